package newswire.enrich.gazetteer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import newswire.schemas.avro.Alias;
import newswire.schemas.avro.EntityType;
import newswire.schemas.avro.GazetteerEntry;

/** One line of the project's own form, which {@code docs/gazetteer.md} describes. */
public final class GazetteerRow {

  private static final int FIXED = 5;
  private static final int LONGEST_NAME = 200;
  private static final Pattern ID =
      Pattern.compile("[A-Z]{2}|[a-z]{2,12}[:/][\\p{L}\\p{N}:/_.-]{1,120}");
  private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?");
  private static final Pattern QID = Pattern.compile("(Q[1-9][0-9]*)?");
  private static final Pattern COUNTRY = Pattern.compile("([A-Z]{2})?");

  private GazetteerRow() {}

  /**
   * The entry of a line.
   *
   * @throws IllegalArgumentException if it is not in the form; the message says what to mend
   */
  public static GazetteerEntry parse(String line) {
    String[] columns = line.split("\t", -1);
    require(
        columns.length >= FIXED,
        "needs five columns: id, type, name, QID, country; has %s",
        columns.length);
    require(
        ID.matcher(columns[0]).matches(),
        "id '%s' is neither two capitals (ISO 3166) nor like nw:org/icc",
        columns[0]);
    require(QID.matcher(columns[3]).matches(), "QID '%s' is not like Q42", columns[3]);
    require(
        COUNTRY.matcher(columns[4]).matches(),
        "country '%s' is not two capitals (ISO 3166)",
        columns[4]);
    // Avro's builders take ten times as long, which tells when all that ships is read.
    return new GazetteerEntry(
        columns[0],
        type(columns[1]),
        plain(columns[2], "the English name"),
        aliases(columns),
        columns[3],
        columns[4],
        "");
  }

  private static EntityType type(String type) {
    try {
      return EntityType.valueOf(type);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "type '" + type + "' is none of PLACE, ORGANISATION, PERSON, EVENT, TREATY", e);
    }
  }

  private static List<Alias> aliases(String[] columns) {
    List<Alias> aliases = new ArrayList<>();
    Set<String> languages = new HashSet<>();
    for (int i = FIXED; i < columns.length; i++) {
      require(
          columns[i].indexOf('=') > 0,
          "column %s '%s' is not language=name|name",
          i + 1,
          columns[i]);
      String language = columns[i].substring(0, columns[i].indexOf('='));
      require(TAG.matcher(language).matches(), "'%s' is not a language tag", language);
      require(languages.add(language), "language %s comes twice", language);
      aliases.addAll(names(columns[i]));
    }
    return aliases;
  }

  /** The names of one column, {@code language=name|name}. */
  public static List<Alias> names(String column) {
    int equals = column.indexOf('=');
    List<Alias> aliases = new ArrayList<>();
    for (String name : column.substring(equals + 1).split("\\|", -1)) {
      aliases.add(alias(column.substring(0, equals), name));
    }
    return aliases;
  }

  private static Alias alias(String language, String marked) {
    boolean ambiguous = false;
    boolean exact = false;
    boolean definite = false;
    int at = 0;
    while (at < marked.length() && "~=^".indexOf(marked.charAt(at)) >= 0) {
      char marker = marked.charAt(at++);
      ambiguous |= marker == '~';
      exact |= marker == '=';
      definite |= marker == '^';
    }
    String name = plain(marked.substring(at), language);
    return new Alias(language, name, ambiguous, exact, definite);
  }

  private static String plain(String name, String what) {
    require(!name.isBlank(), "a name (%s) is empty", what);
    require(name.equals(name.strip()), "a name (%s) has spaces around it: '%s'", what, name);
    require(name.length() <= LONGEST_NAME, "a name (%s) is longer than %s", what, LONGEST_NAME);
    require(
        name.codePoints().anyMatch(Character::isLetterOrDigit), "a name (%s) has no letters", what);
    return name;
  }

  private static void require(boolean condition, String format, Object... values) {
    if (!condition) {
      throw new IllegalArgumentException(String.format(Locale.ROOT, format, values));
    }
  }
}
