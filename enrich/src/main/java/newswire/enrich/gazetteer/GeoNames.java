package newswire.enrich.gazetteer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import newswire.schemas.avro.Alias;
import newswire.schemas.avro.EntityType;
import newswire.schemas.avro.GazetteerEntry;

/** Places of GeoNames being collected. */
final class GeoNames {

  private static final int COLUMNS = 19;
  private static final int ALTERNATE_COLUMNS = 4;
  private static final int HISTORIC = 7;
  private static final int MOST_NAMES = 200;
  private static final int SHORTEST = 3;

  /** Smaller places have names that are also surnames and words. */
  private static final long WELL_KNOWN = 100_000;

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  private final Map<String, Place> places = new LinkedHashMap<>();
  private final Map<String, Long> largest = new HashMap<>();

  private static final class Place {

    private final String[] row;
    private final long population;
    private final Map<String, Set<String>> names = new LinkedHashMap<>();
    private String qid = "";
    private int count;

    Place(String[] row, long population) {
      this.row = row;
      this.population = population;
    }
  }

  /** Takes a row of the main file. */
  void take(String line) {
    String[] row = line.split("\t", -1);
    if (row.length != COLUMNS) {
      throw new IllegalArgumentException(
          "has " + row.length + " columns where a dump of GeoNames has " + COLUMNS);
    }
    if (!NUMBER.matcher(row[0]).matches() || row[1].isBlank()) {
      throw new IllegalArgumentException("needs a number in column 1 and a name in column 2");
    }
    long population = NUMBER.matcher(row[14]).matches() ? Long.parseLong(row[14]) : 0;
    Place place = new Place(row, population);
    for (String name : row[3].split(",", -1)) {
      add(place, "und", name.strip());
    }
    GazetteerFile.put(places, row[0], place);
    largest.merge(row[1].toLowerCase(Locale.ROOT), population, Math::max);
  }

  /** Takes a row of the file of names by language; of other places it is no problem. */
  void takeAlternate(String line) {
    String[] row = line.split("\t", -1);
    if (row.length < ALTERNATE_COLUMNS) {
      throw new IllegalArgumentException(
          "has " + row.length + " columns where alternateNamesV2 has at least 4");
    }
    Place place = places.get(row[1]);
    if (place == null) {
      return;
    }
    if (row[2].equals("wkdt") && row[3].matches("Q[1-9][0-9]*")) {
      place.qid = row[3];
    } else if (LANGUAGE.matcher(row[2]).matches()
        && !(row.length > HISTORIC && row[HISTORIC].equals("1"))) {
      add(place, row[2].equals("no") ? "nb" : row[2], row[3].strip());
    }
  }

  private static void add(Place place, String language, String name) {
    long letters = name.codePoints().filter(Character::isLetter).count();
    boolean spaced = name.codePoints().noneMatch(Character::isIdeographic);
    if (letters >= (spaced ? SHORTEST : 2) && place.count++ < MOST_NAMES) {
      place.names.computeIfAbsent(language, any -> new LinkedHashSet<>()).add(name);
    }
  }

  /** All places, in the order of the file. */
  List<GazetteerEntry> entries() {
    return places.values().stream().map(this::entry).toList();
  }

  private GazetteerEntry entry(Place place) {
    String[] row = place.row;
    boolean isCountry = row[7].startsWith("PCL") && row[8].matches("[A-Z]{2}");
    String name = row[1].strip();
    long most = largest.getOrDefault(row[1].toLowerCase(Locale.ROOT), 0L);
    boolean ambiguous = !isCountry && (place.population < WELL_KNOWN || place.population < most);
    List<Alias> aliases = new ArrayList<>();
    aliases.add(new Alias("en", name, ambiguous, false, false));
    place.names.forEach(
        (language, names) ->
            names.forEach(
                other -> {
                  boolean unsure = ambiguous || language.equals("und");
                  aliases.add(new Alias(language, other, unsure, false, false));
                }));
    return GazetteerEntry.newBuilder()
        .setId(isCountry ? row[8] : "gn:" + row[0])
        .setType(EntityType.PLACE)
        .setName(name)
        .setAliases(aliases)
        .setQid(place.qid)
        .setCountry(isCountry || !row[8].matches("[A-Z]{2}") ? "" : row[8])
        .setOrigin("geonames")
        .build();
  }
}
