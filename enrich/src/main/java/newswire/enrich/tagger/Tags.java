package newswire.enrich.tagger;

import java.util.List;
import newswire.schemas.avro.EntityType;

/** The seven tags: O, then B and I of each type of name. */
final class Tags {

  static final int O = 0;
  static final int COUNT = 7;
  private static final List<String> NAMES =
      List.of("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG");

  private Tags() {}

  /** The tag's name as corpora write it. */
  static String name(int tag) {
    return NAMES.get(tag);
  }

  /** The tag of that name; O for types that are not ours. */
  static int of(String name) {
    return Math.max(O, NAMES.indexOf(name));
  }

  static int begin(EntityType type) {
    return switch (type) {
      case PERSON -> 1;
      case PLACE -> 3;
      case ORGANISATION -> 5;
      default -> O;
    };
  }

  static EntityType type(int tag) {
    return switch ((tag + 1) / 2) {
      case 1 -> EntityType.PERSON;
      case 2 -> EntityType.PLACE;
      case 3 -> EntityType.ORGANISATION;
      default -> EntityType.UNKNOWN;
    };
  }

  static boolean isBegin(int tag) {
    return (tag & 1) == 1;
  }

  static boolean isInside(int tag) {
    return tag != O && (tag & 1) == 0;
  }

  /** Whether {@code tag} may follow {@code before}: an I continues a name of its own type. */
  static boolean mayFollow(int before, int tag) {
    return !isInside(tag) || before == tag || before == tag - 1;
  }
}
