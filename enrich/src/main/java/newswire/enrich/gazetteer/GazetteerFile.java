package newswire.enrich.gazetteer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.EntityType;
import newswire.schemas.avro.GazetteerEntry;

/**
 * The entries of a file of names. A line that cannot be read is a problem and is left out; the
 * others are kept. A later line with the id of an earlier one replaces it.
 *
 * @param entries in the order of the file
 * @param problems with what was left out
 */
public record GazetteerFile(List<GazetteerEntry> entries, Problems problems) {

  /** More would slow every article down, and every start. */
  public static final int MOST_ENTRIES = 200_000;

  private static final int LONGEST_ROW = 256 * 1024;

  static {
    TrustedRecords.register();
  }

  public GazetteerFile {
    entries = List.copyOf(entries);
  }

  /** A file in the project's own form, which {@code docs/gazetteer.md} describes. */
  public static GazetteerFile tsv(Path file) throws IOException {
    Problems problems = new Problems();
    Map<String, GazetteerEntry> entries = new LinkedHashMap<>();
    new BoundedLines(file, LONGEST_ROW, problems)
        .forEach(
            line -> {
              if (!line.startsWith("#")) {
                GazetteerEntry entry = GazetteerRow.parse(line);
                put(entries, GazetteerEntry.newBuilder(entry).setOrigin("tsv").build());
              }
            });
    return of(entries.values(), problems);
  }

  /**
   * A dump of GeoNames, 19 columns separated by tabs.
   *
   * @param alternateNames its {@code alternateNamesV2} file, which says the language of each name;
   *     without it, names other than the main one count only beside the country's
   */
  public static GazetteerFile geonames(Path file, Optional<Path> alternateNames)
      throws IOException {
    Problems problems = new Problems();
    GeoNames places = new GeoNames();
    new BoundedLines(file, LONGEST_ROW, problems).forEach(places::take);
    if (alternateNames.isPresent()) {
      new BoundedLines(alternateNames.get(), LONGEST_ROW, problems).forEach(places::takeAlternate);
    }
    return of(places.entries(), problems);
  }

  /**
   * Entities of Wikidata as JSON, one a line, as in its dumps.
   *
   * @param type of all of them; if not given, what is human is a person, what has coordinates or a
   *     country code a place, and the rest unknown
   */
  public static GazetteerFile wikidata(Path file, Optional<EntityType> type) throws IOException {
    Problems problems = new Problems();
    Map<String, GazetteerEntry> entries = new LinkedHashMap<>();
    Wikidata wikidata = new Wikidata(type);
    new BoundedLines(file, Wikidata.LONGEST_LINE, problems)
        .forEach(line -> wikidata.entry(line).ifPresent(entry -> put(entries, entry)));
    return of(entries.values(), problems);
  }

  static <E> void put(Map<String, E> entries, String id, E entry) {
    if (entries.size() >= MOST_ENTRIES && !entries.containsKey(id)) {
      throw new IllegalArgumentException(
          "this is entry " + (MOST_ENTRIES + 1) + "; import at most " + MOST_ENTRIES);
    }
    entries.put(id, entry);
  }

  private static void put(Map<String, GazetteerEntry> entries, GazetteerEntry entry) {
    put(entries, entry.getId(), entry);
  }

  private static GazetteerFile of(Collection<GazetteerEntry> entries, Problems problems) {
    return new GazetteerFile(List.copyOf(entries), problems);
  }
}
