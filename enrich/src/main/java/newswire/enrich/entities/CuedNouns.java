package newswire.enrich.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import newswire.enrich.tagger.Span;
import newswire.schemas.avro.EntityType;
import org.jspecify.annotations.Nullable;

/** Organisations and places by their head noun, before or after the rest of the name. */
final class CuedNouns {

  private static final double CONFIDENCE = 0.7;

  /** Of names of places: the cue says as much as a reader needs. */
  private static final double PLACE = 0.8;

  private static final int LONGEST = 3;
  private static final int LONGEST_PLACE = 2;
  private static final int SHORTEST_DEFINITE = 4;

  private static final List<Cue> BEFORE =
      List.of(Cue.ORGFIRST, Cue.ORGOF, Cue.PLACEFIRST, Cue.FEATUREFIRST);
  private static final List<Cue> AFTER = List.of(Cue.ORGLAST, Cue.PLACELAST, Cue.FEATURELAST);

  private final CueText text;
  private final CueGrammar grammar;
  private final List<Span> found = new ArrayList<>();

  CuedNouns(CueText text, CueGrammar grammar) {
    this.text = text;
    this.grammar = grammar;
  }

  List<Span> find() {
    for (int w = 0; w < text.size(); w++) {
      if (text.is(w, Cue.ORG)) {
        whole(w);
      }
    }
    for (int w = 0; w < text.size(); w++) {
      if (!text.is(w, Cue.ORG)) {
        byHead(w);
      }
    }
    return found;
  }

  private void byHead(int head) {
    for (Cue cue : BEFORE) {
      if (text.is(head, cue)) {
        from(head, cue);
      }
    }
    for (Cue cue : AFTER) {
      if (text.is(head, cue)) {
        upTo(head, cue);
      }
    }
  }

  /** A name that is known as a whole; a country may follow where it would belong to it. */
  private void whole(int w) {
    CueText.Word word = text.word(w);
    int to = w + word.span();
    boolean last = !grammar.postpositions() && !grammar.construct();
    if (last && text.follows(to)) {
      NameIndex.Found hit = text.word(to).hit();
      if (hit != null && !hit.isDemonym() && hit.entry().isCountry()) {
        add(word.bare(), hit.end(), EntityType.ORGANISATION);
        return;
      }
    }
    add(word.bare(), text.word(to - 1).end(), EntityType.ORGANISATION);
  }

  /** The name that a head noun begins. */
  private void from(int head, Cue cue) {
    CueText.Word noun = text.word(head);
    int from = head + noun.span();
    if (!text.follows(from)) {
      return;
    }
    boolean isPlace = cue == Cue.PLACEFIRST || cue == Cue.FEATUREFIRST;
    EntityType type = isPlace ? EntityType.PLACE : EntityType.ORGANISATION;
    int start = cue == Cue.PLACEFIRST ? text.word(from).start() : noun.bare();
    NameIndex.@Nullable Found first = text.word(from).hit();
    if (first != null && first.entry().type() == type && cue != Cue.FEATUREFIRST) {
      return;
    }
    int most = isPlace ? LONGEST_PLACE : LONGEST;
    for (int w = from; w < from + most && isMore(from, w); w++) {
      NameIndex.@Nullable Found hit = text.word(w).hit();
      if (hit != null && !hit.isDemonym() && hit.entry().type() == EntityType.PLACE) {
        add(start, hit.end(), type);
        return;
      }
    }
    int to = grammar.construct() ? constructEnd(from, type) : end(from, most);
    if (to > from && cue != Cue.ORGOF) {
      add(start, text.word(to - 1).end(), type);
    }
  }

  private boolean isMore(int from, int w) {
    return w < text.size() && text.isName(w) && (w == from || text.follows(w));
  }

  /** Where a name without linked places ends; {@code from} if that cannot be told. */
  private int end(int from, int most) {
    int to = from;
    while (to - from <= most && isMore(from, to)) {
      to++;
    }
    boolean closed = !text.follows(to) || !isOpen(to);
    return to - from <= most && closed ? to : from;
  }

  /** Whether a word shows that those before it may be more than a name. */
  private boolean isOpen(int w) {
    Set<Cue> own = text.word(w).own();
    return own.contains(Cue.VERB) || own.contains(Cue.AND);
  }

  /** The first noun, or two where the first needs another; the article closes the phrase. */
  private int constructEnd(int from, EntityType type) {
    if (!text.isName(from)) {
      return from;
    }
    int next = from + 1;
    boolean more = text.follows(next) && text.isName(next);
    if (text.is(from, Cue.PART)) {
      return more ? next + 1 : from;
    }
    String fold = text.word(from).fold();
    if (fold.startsWith("ה") && fold.length() >= SHORTEST_DEFINITE) {
      return type == EntityType.ORGANISATION ? next : from;
    }
    return more ? from : next;
  }

  /** The name that a head noun ends. */
  private void upTo(int head, Cue cue) {
    if (!text.follows(head) || text.word(head).hit() != null) {
      return;
    }
    int most = cue == Cue.ORGLAST ? LONGEST : cue == Cue.FEATURELAST ? LONGEST_PLACE : 1;
    int from = head;
    boolean linked = false;
    boolean owned = false;
    while (from > 0 && text.follows(from) && text.isName(from - 1) && !linked && !owned) {
      linked = isPlace(from - 1);
      owned = from < head && isOwner(from - 1) && (linked || cue == Cue.PLACELAST);
      linked &= !owned;
      from -= owned ? 0 : 1;
    }
    boolean bounded = linked || owned || isBegin(from);
    if (from == head || head - from > most || !bounded) {
      return;
    }
    EntityType type = cue == Cue.ORGLAST ? EntityType.ORGANISATION : EntityType.PLACE;
    NameIndex.@Nullable Found hit = text.word(from).hit();
    if (hit != null && hit.end() >= text.word(head - 1).end() && hit.entry().type() == type) {
      return;
    }
    int start = hit != null && linked ? hit.start() : text.word(from).start();
    int last = cue == Cue.PLACELAST ? head - 1 : head + text.word(head).span() - 1;
    add(start, text.word(last).end(), type);
  }

  /** Whether a word may only say whose the next one is. */
  private boolean isOwner(int w) {
    return !grammar.genitive().isEmpty() && text.word(w).fold().endsWith(grammar.genitive());
  }

  private boolean isPlace(int w) {
    NameIndex.@Nullable Found hit = text.word(w).hit();
    return hit != null && !hit.isDemonym() && hit.entry().type() == EntityType.PLACE;
  }

  /** Whether no name can have begun before a word. */
  private boolean isBegin(int w) {
    return !text.follows(w) || !text.word(w - 1).own().contains(Cue.AND);
  }

  private void add(int start, int end, EntityType type) {
    double confidence = type == EntityType.PLACE ? PLACE : CONFIDENCE;
    found.add(new Span(start, end, type, confidence));
  }
}
