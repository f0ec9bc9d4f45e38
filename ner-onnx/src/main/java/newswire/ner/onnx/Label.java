package newswire.ner.onnx;

import java.util.Locale;
import java.util.Optional;
import newswire.schemas.avro.EntityType;

/**
 * What a model says of a word, as BIO, IO, BIOES or BILOU write it.
 *
 * @param opens whether a name starts at this word, whatever stands before
 * @param closes whether a name ends at this word, whatever comes after
 */
record Label(EntityType type, boolean opens, boolean closes) {

  private static final int PREFIX = 2;

  /** Reads {@code B-PER}, {@code I_LOC}, {@code ORG}; empty for no name and for other kinds. */
  static Optional<Label> parse(String written) {
    String label = written.toUpperCase(Locale.ROOT);
    boolean marked =
        label.length() > PREFIX
            && "BIESLU".indexOf(label.charAt(0)) >= 0
            && (label.charAt(1) == '-' || label.charAt(1) == '_');
    char place = marked ? label.charAt(0) : 'I';
    boolean alone = place == 'S' || place == 'U';
    return type(marked ? label.substring(PREFIX) : label)
        .map(type -> new Label(type, place == 'B' || alone, "EL".indexOf(place) >= 0 || alone));
  }

  private static Optional<EntityType> type(String kind) {
    return switch (kind) {
      case "PER", "PERS", "PERSON" -> Optional.of(EntityType.PERSON);
      case "LOC", "GPE", "LOCATION", "PLACE" -> Optional.of(EntityType.PLACE);
      case "ORG", "ORGANIZATION", "ORGANISATION" -> Optional.of(EntityType.ORGANISATION);
      default -> Optional.empty();
    };
  }
}
