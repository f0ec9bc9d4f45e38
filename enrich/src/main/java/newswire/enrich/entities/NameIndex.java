package newswire.enrich.entities;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import newswire.schemas.avro.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Names of one language in a trie of words, found by the longest match. Filled by one thread; then
 * safe for many.
 */
final class NameIndex {

  private static final double EXACT = 0.95;
  private static final double STEM = 0.85;
  private static final double SKELETON = 0.8;
  private static final int ROOTS = Way.values().length;

  /** How two words are compared. */
  private enum Way {
    EXACT,
    STEM,
    SKELETON
  }

  /**
   * A place in a text.
   *
   * @param start offset of its first UTF-16 unit
   * @param end offset after its last
   * @param confidence 0 to 1
   * @param method {@code gazetteer}, or {@code demonym} for adjectives and peoples
   * @param unambiguous whether it can only mean this
   */
  record Found(
      int start, int end, Entry entry, double confidence, String method, boolean unambiguous) {

    static final String NAME = "gazetteer";
    static final String DEMONYM = "demonym";

    boolean isDemonym() {
      return method.equals(DEMONYM);
    }
  }

  /**
   * The longest match at a token.
   *
   * @param start in UTF-16 units, after the particles written to it
   * @param last the token after it
   * @param names what is written so, the surer first
   */
  record Hit(int start, int last, List<Known> names, double confidence) {}

  private final String language;
  private final Endings endings;
  private final Steps steps = new Steps();
  private final List<@Nullable List<Known>> byNode = new ArrayList<>();
  private final Set<String> added = new HashSet<>();

  NameIndex(String language) {
    this.language = language;
    this.endings = Endings.of(language);
    for (int i = 0; i < ROOTS; i++) {
      byNode.add(null);
    }
  }

  String language() {
    return language;
  }

  /** Adds a name unless the same writing is known of the same thing. */
  void add(Name name) {
    Tokens tokens = Tokens.of(name.text());
    boolean single = tokens.size() == 1 && tokens.kind(0) == Letters.UNSPACED;
    if (tokens.size() == 0 || single) {
      return;
    }
    Known known = new Known(name, tokens, false);
    String id = name.entry() == null ? "" : name.entry().id();
    if (!added.add(known.writing() + "\t" + id + tokens.startsUpper(0))) {
      return;
    }
    add(known, tokens, Way.EXACT, Way.EXACT);
    if (name.use().exact()) {
      return;
    }
    if (!endings.isEmpty()) {
      addStem(known, tokens);
    }
    if (hasSkeleton(name, tokens)) {
      add(known, tokens, Way.SKELETON, Way.SKELETON);
    }
  }

  /** Persons and organisations have too many words of the language for kin, cities some. */
  private static boolean hasSkeleton(Name name, Tokens tokens) {
    Entry entry = name.entry();
    if (entry == null || name.use().demonym() || entry.type() != EntityType.PLACE) {
      return false;
    }
    for (int i = 0; i < tokens.size(); i++) {
      if (Form.WHOLE.isLong(tokens, i, entry.isCountry() ? 0 : 1)) {
        return true;
      }
    }
    return false;
  }

  /** As it is, for endings that are put to it; and cut, for those that replace its own. */
  private void addStem(Known known, Tokens tokens) {
    add(known, tokens, Way.STEM, Way.EXACT);
    boolean cut = false;
    for (int i = 0; i < tokens.size(); i++) {
      cut |= hash(tokens, i, Form.WHOLE, Way.STEM) != tokens.hash(i);
    }
    if (cut) {
      add(new Known(known.name(), tokens, true), tokens, Way.STEM, Way.STEM);
    }
  }

  private void add(Known known, Tokens tokens, Way root, Way way) {
    int node = root.ordinal();
    for (int i = 0; i < tokens.size(); i++) {
      long word = hash(tokens, i, Form.WHOLE, way);
      int next = steps.get(node, word);
      if (next < 0) {
        next = byNode.size();
        byNode.add(null);
        steps.put(node, word, next);
      }
      node = next;
    }
    List<Known> names = byNode.get(node);
    if (names == null) {
      names = new ArrayList<>(1);
      byNode.set(node, names);
    }
    names.add(known);
  }

  private long hash(Tokens tokens, int token, Form form, Way way) {
    return switch (way) {
      case EXACT -> form.exact(tokens, token);
      case STEM -> form.stem(tokens, token, endings);
      case SKELETON -> form.skeleton(tokens, token);
    };
  }

  /**
   * The longest name that begins with a token.
   *
   * @param forms of that token
   * @param inflected whether the text is of this language, so that endings and vowels may change
   */
  @Nullable Hit longest(Tokens tokens, int first, List<Form> forms, boolean inflected) {
    Hit best = null;
    for (Form form : forms) {
      best = longer(best, longest(tokens, first, form, Way.EXACT));
      if (inflected && !endings.isEmpty()) {
        best = longer(best, longest(tokens, first, form, Way.STEM));
      }
      if (inflected && tokens.kind(first) == Letters.ARABIC) {
        best = longer(best, longest(tokens, first, form, Way.SKELETON));
      }
    }
    return best;
  }

  private static @Nullable Hit longer(@Nullable Hit one, @Nullable Hit other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    boolean better =
        other.last() > one.last()
            || other.last() == one.last() && other.confidence() > one.confidence();
    return better ? other : one;
  }

  private @Nullable Hit longest(Tokens tokens, int first, Form form, Way way) {
    int node = steps.get(way.ordinal(), hash(tokens, first, form, way));
    int last = first + 1;
    Hit best = null;
    while (node >= 0) {
      List<Known> names = byNode.get(node);
      if (names != null) {
        List<Known> fitting = fitting(names, tokens, first, form, way);
        if (!fitting.isEmpty() && Gaps.isWhole(tokens, first, last)) {
          best = new Hit(form.start(tokens, first), last, fitting, confidence(way));
        }
      }
      if (last == tokens.size() || !Gaps.continues(tokens, last - 1)) {
        return best;
      }
      node = steps.get(node, hash(tokens, last, Form.WHOLE, way));
      last++;
    }
    return best;
  }

  private static double confidence(Way way) {
    return switch (way) {
      case EXACT -> EXACT;
      case STEM -> STEM;
      case SKELETON -> SKELETON;
    };
  }

  /** Those of {@code names} that the text really has; none if endings alone tell them apart. */
  private List<Known> fitting(List<Known> names, Tokens tokens, int first, Form form, Way way) {
    List<Known> fitting = new ArrayList<>(names.size());
    for (Known known : names) {
      if (fits(known, tokens, first, form, way)) {
        fitting.add(known);
      }
    }
    if (way == Way.EXACT || !isTorn(fitting)) {
      return fitting;
    }
    List<Known> whole = fitting.stream().filter(known -> !known.isCut()).toList();
    return isTorn(whole) ? List.of() : whole;
  }

  private boolean fits(Known known, Tokens tokens, int first, Form form, Way way) {
    Name.Use use = known.name().use();
    return known.isWritten(tokens, first)
        && (!use.exact() || known.isExactly(tokens, first, form.start(tokens, first)))
        && (!use.definite() || Articles.of(language).standsBefore(tokens, first))
        && (way != Way.SKELETON || known.isAlike(tokens, first, form));
  }

  private static boolean isTorn(List<Known> names) {
    for (Known known : names) {
      boolean differs =
          !Objects.equals(known.name().entry(), names.get(0).name().entry())
              && !known.writing().equals(names.get(0).writing());
      if (differs) {
        return true;
      }
    }
    return false;
  }
}
