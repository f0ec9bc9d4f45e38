package newswire.enrich.entities;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import com.ibm.icu.util.UResourceBundle;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newswire.schemas.avro.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Names of countries and cities as Unicode's CLDR gives them through ICU: territories, and the
 * cities by which time zones are called.
 */
final class CldrNames {

  private static final Set<String> NOT_COUNTRIES =
      Set.of(
          "AC", "AQ", "BQ", "BV", "CC", "CP", "CQ", "CX", "DG", "EA", "EZ", "GS", "HM", "IC", "IO",
          "JE", "NF", "QO", "RE", "TA", "TF", "UM", "WF", "XA", "XB", "ZZ");

  /** Zones called by a place that is small, or whose name is mostly something else. */
  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "(?:Antarctica|America/(?:Indiana|Kentucky|North_Dakota))/.*"
              + "|Africa/(?:Ceuta|El_Aaiun|Lome)"
              + "|America/(?:Adak|Antigua|Bahia|Bahia_Banderas|Belem|Blanc-Sablon|Boa_Vista|Boise"
              + "|Cambridge_Bay|Campo_Grande|Catamarca|Cayman|Coral_Harbour|Cordoba|Coyhaique"
              + "|Creston|Danmarkshavn|Dawson|Dawson_Creek|Eirunepe|Fort_Nelson|Fortaleza|Glace_Bay"
              + "|Goose_Bay|Grand_Turk|Inuvik|Jujuy|Juneau|Lower_Princes|Marigot|Matamoros|Mendoza"
              + "|Menominee|Merida|Metlakatla|Miquelon|Moncton|Nome|Noronha|Ojinaga|Rankin_Inlet"
              + "|Regina|Resolute|Rio_Branco|Santarem|Scoresbysund|Sitka|St_.*|Swift_Current|Thule"
              + "|Whitehorse|Yakutat|Argentina/.*)"
              + "|Asia/(?:Anadyr|Aqtau|Aqtobe|Atyrau|Barnaul|Chita|Famagusta|Hebron|Hovd|Khandyga"
              + "|Kuching|Oral|Qostanay|Qyzylorda|Srednekolymsk|Ust-Nera)"
              + "|Atlantic/(?:Azores|Canary|Faeroe|Madeira|South_Georgia|St_Helena|Stanley)"
              + "|Australia/(?:Broken_Hill|Darwin|Eucla|Lindeman|Lord_Howe)"
              + "|Europe/(?:Busingen|Isle_of_Man|Jersey|Guernsey|Kirov|Mariehamn|Samara|Vatican)"
              + "|Indian/(?:Chagos|Christmas|Cocos|Comoro|Kerguelen|Mahe)"
              + "|Pacific/(?!Auckland|Honolulu|Port_Moresby|Noumea).*");

  private static final Map<String, String> ORGANISATIONS =
      new TreeMap<>(Map.of("UN", "nw:org/un", "EU", "nw:org/eu"));
  private static final Pattern IN_BRACKETS = Pattern.compile("(.+?)\\s*[(（](.+)[)）]");

  /** Countries whose second name stands in brackets; elsewhere brackets only tell two apart. */
  private static final Set<String> TWO_NAMES = Set.of("MM", "FK");

  /** Two countries of one name, which only the brackets tell apart. */
  private static final Set<String> CONGOS = Set.of("CD", "CG");

  private static final String REGIONS = "com/ibm/icu/impl/data/icudata/region";
  private static final List<DisplayContext> LENGTHS =
      List.of(DisplayContext.LENGTH_FULL, DisplayContext.LENGTH_SHORT);

  /** Continents and the parts of them that are named in the news; by UN M49 code. */
  private static final Set<String> REGIONS_OF_THE_WORLD =
      new TreeSet<>(
          Set.of(
              "002", "003", "005", "009", "011", "013", "014", "015", "019", "021", "029", "030",
              "034", "035", "039", "142", "143", "145", "150", "151", "154", "155", "202", "419"));

  private final Map<String, Entry> territories = territories();
  private final Map<String, Entry> cities = cities();

  /** All entries, in a fixed order. */
  List<Entry> entries() {
    Map<String, Entry> entries = new LinkedHashMap<>();
    territories.values().forEach(entry -> entries.putIfAbsent(entry.id(), entry));
    cities.values().forEach(entry -> entries.putIfAbsent(entry.id(), entry));
    return List.copyOf(entries.values());
  }

  /** Names in {@code language}, countries before cities; a name of both means the country. */
  Map<String, Entry> names(String language) {
    ULocale locale = ULocale.forLanguageTag(language);
    Map<String, Entry> names = new LinkedHashMap<>();
    for (DisplayContext length : LENGTHS) {
      LocaleDisplayNames display =
          LocaleDisplayNames.getInstance(locale, length, DisplayContext.NO_SUBSTITUTE);
      territories.forEach((code, entry) -> put(names, display.regionDisplayName(code), entry));
    }
    variants(locale)
        .forEach(
            (code, name) -> {
              Entry entry = territories.get(code);
              if (entry != null) {
                put(names, name, entry);
              }
            });
    TimeZoneNames zones = TimeZoneNames.getInstance(locale);
    cities.forEach((zone, entry) -> put(names, zones.getExemplarLocationName(zone), entry));
    return names;
  }

  private static void put(Map<String, Entry> names, @Nullable String name, Entry entry) {
    if (name == null || name.startsWith("GMT")) {
      return;
    }
    Matcher second = IN_BRACKETS.matcher(name);
    if (second.matches() && !CONGOS.contains(entry.id())) {
      names.putIfAbsent(second.group(1), entry);
      if (TWO_NAMES.contains(entry.id())) {
        names.putIfAbsent(second.group(2), entry);
      }
    } else if (!second.matches()) {
      names.putIfAbsent(name, entry);
      if (name.contains(" & ")) {
        names.putIfAbsent(name.replace(" & ", " and "), entry);
      }
    }
  }

  private static Map<String, Entry> territories() {
    LocaleDisplayNames english =
        LocaleDisplayNames.getInstance(
            ULocale.ENGLISH, DisplayContext.LENGTH_FULL, DisplayContext.NO_SUBSTITUTE);
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (String code : ULocale.getISOCountries()) {
      String name = english.regionDisplayName(code);
      if (name != null && !NOT_COUNTRIES.contains(code)) {
        entries.put(code, new Entry(code, EntityType.PLACE, name, "", ""));
      }
    }
    entries.put("XK", new Entry("XK", EntityType.PLACE, "Kosovo", "", ""));
    for (String code : REGIONS_OF_THE_WORLD) {
      String name = english.regionDisplayName(code);
      entries.put(code, new Entry("nw:place/" + slug(name), EntityType.PLACE, name, "", ""));
    }
    ORGANISATIONS.forEach(
        (code, id) ->
            entries.put(
                code,
                new Entry(id, EntityType.ORGANISATION, english.regionDisplayName(code), "", "")));
    return entries;
  }

  private static Map<String, Entry> cities() {
    TimeZoneNames english = TimeZoneNames.getInstance(ULocale.ENGLISH);
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (String zone : zones()) {
      String name = english.getExemplarLocationName(zone);
      if (name != null && !LEFT_OUT.matcher(zone).matches()) {
        entries.put(
            zone, new Entry("nw:place/" + slug(name), EntityType.PLACE, name, "", country(zone)));
      }
    }
    return entries;
  }

  private static String country(String zone) {
    String region = TimeZone.getRegion(zone);
    return region.length() == 2 ? region : "";
  }

  private static Set<String> zones() {
    return new TreeSet<>(
        TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null));
  }

  /** The name in lower-case ASCII, words joined with hyphens. */
  private static String slug(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\p{M}'’.]", "")
        .replaceAll("[^a-z0-9]+", "-");
  }

  /** CLDR's other names, such as Turkey, which ICU's own class does not give out. */
  private static Map<String, String> variants(ULocale locale) {
    Map<String, String> names = new TreeMap<>();
    try {
      UResourceBundle table =
          UResourceBundle.getBundleInstance(REGIONS, locale).get("Countries%variant");
      for (int i = 0; i < table.getSize(); i++) {
        UResourceBundle row = table.get(i);
        names.put(row.getKey(), row.getString());
      }
    } catch (MissingResourceException e) {
      // Most languages have no other names.
      return Map.of();
    }
    return names;
  }
}
