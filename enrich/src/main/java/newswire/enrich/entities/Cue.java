package newswire.enrich.entities;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a word of {@code cue-rules.tsv} says of its neighbours; the file explains each. */
enum Cue {
  HONORIFIC,
  TITLE,
  OFFICE,
  AFTER,
  FILLER,
  GIVEN,
  SAYS,
  STOP,
  VERB,
  AND,
  ORG,
  ORGFIRST,
  ORGLAST,
  ORGOF,
  PLACEFIRST,
  PLACELAST,
  FEATUREFIRST,
  FEATURELAST,
  PART,
  VERBSTART,
  VERBEND;

  /** Those that leave a word free to be part of a name. */
  static final Set<Cue> IN_NAMES = EnumSet.of(GIVEN, PART, FILLER);

  /** Those of words that Hebrew writes no particle to. */
  static final Set<Cue> BARE = EnumSet.of(SAYS, PART);

  /** Those that announce a person. */
  static final Set<Cue> TITLES = EnumSet.of(HONORIFIC, TITLE, OFFICE);

  static Optional<Cue> named(String word) {
    return Arrays.stream(values()).filter(cue -> cue.word().equals(word)).findFirst();
  }

  /** All, as the file writes them. */
  static String all() {
    return Arrays.stream(values()).map(Cue::word).collect(Collectors.joining(", "));
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
