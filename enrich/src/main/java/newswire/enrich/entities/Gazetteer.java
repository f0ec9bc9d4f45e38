package newswire.enrich.entities;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import newswire.enrich.gazetteer.GazetteerRow;
import newswire.schemas.avro.Alias;
import newswire.schemas.avro.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * All names that ship: the project's own files, then those of Unicode's CLDR; with {@code
 * poison.tsv}, which says what a name is not. Immutable.
 */
final class Gazetteer {

  /** In the order of prominence: of two things of one name, the earlier is the likelier. */
  static final List<String> FILES =
      List.of(
          "countries.tsv",
          "organisations.tsv",
          "places.tsv",
          "companies.tsv",
          "treaties-events.tsv",
          "persons.tsv");

  private static final String DEMONYMS = "demonyms.tsv";
  private static final String POISON = "poison.tsv";
  private static final String CLDR = "cldr.bin";
  private static final int FIXED_COLUMNS = 5;
  private static final int VERSION_LENGTH = 10;

  /** The names of an entry in one language, as the file has them. */
  private record Column(String text, Entry entry, boolean demonyms) {}

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, List<Column>> columns = new HashMap<>();
  private final Map<String, List<Name>> phrases = new HashMap<>();
  private final Set<String> poison = new HashSet<>();
  private final CldrFile cldr;
  private final String version;

  private Gazetteer(CldrFile cldr, String version) {
    this.cldr = cldr;
    this.version = version;
  }

  /** The one on the class path. */
  static Gazetteer shipped() {
    MessageDigest digest = sha256();
    byte[] bytes = bytes(CLDR, digest);
    Map<String, List<String>> lines = new LinkedHashMap<>();
    for (String file : FILES) {
      lines.put(file, lines(file, digest));
    }
    List<String> demonyms = lines(DEMONYMS, digest);
    List<String> poison = lines(POISON, digest);
    String version = HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_LENGTH);
    Gazetteer gazetteer = new Gazetteer(CldrFile.read(bytes), version);
    gazetteer.cldr.entries().forEach(e -> gazetteer.entries.put(e.id(), e));
    lines.values().forEach(rows -> rows.forEach(gazetteer::addRow));
    demonyms.forEach(gazetteer::addDemonyms);
    poison.forEach(gazetteer::addPoison);
    return gazetteer;
  }

  /** Short hash of all that ships. */
  String version() {
    return version;
  }

  /** Names in {@code language}, the surer first. */
  List<Name> names(String language) {
    List<Name> names = new ArrayList<>(phrases.getOrDefault(language, List.of()));
    addNames(language, false, names);
    cldr.names(language)
        .forEach(name -> names.add(new Name(name.text(), current(name.entry()), name.use())));
    addNames(language, true, names);
    Set<String> seen = new HashSet<>();
    names.removeIf(n -> n.entry() != null && !seen.add(n.entry().id() + "\t" + n.text()));
    names.addAll(Nisba.of(language, names, name -> isPoison(name, language)));
    return names;
  }

  private void addNames(String language, boolean demonyms, List<Name> names) {
    for (Column column : columns.getOrDefault(language, List.of())) {
      if (column.demonyms() == demonyms) {
        for (Alias alias : GazetteerRow.names(column.text())) {
          names.add(new Name(alias.getName(), column.entry(), use(alias, demonyms)));
        }
      }
    }
  }

  /** What the files say of it counts more than what CLDR says. */
  private @Nullable Entry current(@Nullable Entry entry) {
    return entry == null ? null : entries.getOrDefault(entry.id(), entry);
  }

  /** Whether the name is mostly something else in texts of {@code language}. */
  boolean isPoison(String writing, String language) {
    return poison.contains(language + "\t" + writing) || poison.contains("*\t" + writing);
  }

  private void addRow(String line) {
    String[] row = line.split("\t", -1);
    Entry known = entries.get(row[0]);
    // Countries keep the names that records have had from the start.
    String name = known != null && known.isCountry() ? known.name() : row[2];
    Entry entry = new Entry(row[0], EntityType.valueOf(row[1]), name, row[3], row[4]);
    entries.put(entry.id(), entry);
    addColumns(row, entry, false);
    columns
        .computeIfAbsent("en", any -> new ArrayList<>())
        .add(new Column("en=" + row[2], entry, false));
  }

  private void addDemonyms(String line) {
    String[] row = line.split("\t", -1);
    Entry entry = entries.get(row[0]);
    if (entry == null) {
      throw new IllegalStateException(DEMONYMS + ": no entry has the id " + row[0]);
    }
    addColumns(row, entry, true);
  }

  private void addColumns(String[] row, Entry entry, boolean demonyms) {
    for (int i = FIXED_COLUMNS; i < row.length; i++) {
      String language = row[i].substring(0, Math.max(0, row[i].indexOf('=')));
      columns
          .computeIfAbsent(language, any -> new ArrayList<>())
          .add(new Column(row[i], entry, demonyms));
    }
  }

  static Name.Use use(Alias alias, boolean demonym) {
    return new Name.Use(alias.getAmbiguous(), alias.getExact(), alias.getDefinite(), demonym);
  }

  private void addPoison(String line) {
    String[] row = line.split("\t", -1);
    for (int i = 2; i < row.length; i++) {
      if (row[0].equals("name")) {
        poison.add(row[1] + "\t" + Tokens.writing(row[i]));
      } else {
        phrases
            .computeIfAbsent(row[1], any -> new ArrayList<>())
            .add(new Name(row[i], null, Name.Use.PLAIN));
      }
    }
  }

  static List<String> lines(String resource) {
    return lines(resource, sha256());
  }

  private static List<String> lines(String resource, MessageDigest digest) {
    return new String(bytes(resource, digest), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  private static byte[] bytes(String resource, MessageDigest digest) {
    try (InputStream in = Gazetteer.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the class path");
      }
      byte[] bytes = in.readAllBytes();
      digest.update(bytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
