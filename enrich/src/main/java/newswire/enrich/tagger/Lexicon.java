package newswire.enrich.tagger;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What words are in the corpora of other languages: parts of names of which type, or no names. A
 * name of the news is the same in most languages of a script. Immutable.
 */
final class Lexicon {

  static final Lexicon EMPTY = new Lexicon(new TreeMap<>());

  private static final int PERSON_FIRST = 1;
  private static final int PERSON_LATER = 2;
  private static final int PLACE = 4;
  private static final int ORGANISATION = 8;
  private static final int MOSTLY_NO_NAME = 16;

  /** A role counts from this share of a word's uses as a name: one in so many. */
  private static final int SHARE = 4;

  private final int[] keys;
  private final byte[] classes;

  Lexicon(SortedMap<Integer, Byte> entries) {
    int capacity = Integer.highestOneBit(Math.max(4, entries.size() * 2)) * 2;
    keys = new int[capacity];
    classes = new byte[capacity];
    entries.forEach(
        (key, kind) -> {
          int slot = slot(key);
          keys[slot] = key;
          classes[slot] = kind;
        });
  }

  /** The class of a word by its {@link WordFacts#WORD}; 0 if it is not known. */
  int get(int word) {
    return classes[slot(Features.mix(0, word))];
  }

  private int slot(int key) {
    int mask = keys.length - 1;
    int slot = key & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  /** All entries by their keys, to be written. */
  SortedMap<Integer, Byte> entries() {
    SortedMap<Integer, Byte> entries = new TreeMap<>();
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0) {
        entries.put(keys[i], classes[i]);
      }
    }
    return entries;
  }

  /**
   * Of counts by tag for each word.
   *
   * @param counts by {@link WordFacts#WORD}
   */
  static Lexicon of(Map<Integer, int[]> counts) {
    SortedMap<Integer, Byte> entries = new TreeMap<>();
    counts.forEach(
        (word, byTag) -> {
          int names = 0;
          for (int tag = 1; tag < Tags.COUNT; tag++) {
            names += byTag[tag];
          }
          if (names > 0) {
            entries.put(Features.mix(0, word), (byte) classOf(byTag, names));
          }
        });
    return new Lexicon(entries);
  }

  private static int classOf(int[] byTag, int names) {
    int found = byTag[Tags.O] > names ? MOSTLY_NO_NAME : 0;
    found |= byTag[1] * SHARE >= names ? PERSON_FIRST : 0;
    found |= byTag[2] * SHARE >= names ? PERSON_LATER : 0;
    found |= (byTag[3] + byTag[4]) * SHARE >= names ? PLACE : 0;
    return found | ((byTag[5] + byTag[6]) * SHARE >= names ? ORGANISATION : 0);
  }
}
