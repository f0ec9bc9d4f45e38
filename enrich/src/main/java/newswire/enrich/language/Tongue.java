package newswire.enrich.language;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The languages of the news that can be told apart: BCP 47 tag, script, and the model's ISO 639-3
 * labels. The JDK's own table still turns {@code ind} into {@code in}.
 */
enum Tongue {
  EN("en", Script.LATIN, "eng"),
  DE("de", Script.LATIN, "deu"),
  FR("fr", Script.LATIN, "fra"),
  ES("es", Script.LATIN, "spa"),
  PT("pt", Script.LATIN, "por"),
  IT("it", Script.LATIN, "ita"),
  NL("nl", Script.LATIN, "nld"),
  SV("sv", Script.LATIN, "swe"),
  DA("da", Script.LATIN, "dan"),
  NB("nb", Script.LATIN, "nob"),
  NN("nn", Script.LATIN, "nno"),
  FI("fi", Script.LATIN, "fin"),
  ET("et", Script.LATIN, "est", "ekk"),
  LV("lv", Script.LATIN, "lav", "lvs"),
  LT("lt", Script.LATIN, "lit"),
  PL("pl", Script.LATIN, "pol"),
  CS("cs", Script.LATIN, "ces"),
  SK("sk", Script.LATIN, "slk"),
  SL("sl", Script.LATIN, "slv"),
  HR("hr", Script.LATIN, "hrv"),
  SR_LATN("sr-Latn", Script.LATIN, "srp"),
  RO("ro", Script.LATIN, "ron"),
  HU("hu", Script.LATIN, "hun"),
  TR("tr", Script.LATIN, "tur"),
  AZ("az", Script.LATIN, "aze", "azj"),
  UZ("uz", Script.LATIN, "uzb", "uzn"),
  VI("vi", Script.LATIN, "vie"),
  ID("id", Script.LATIN, "ind"),
  MS("ms", Script.LATIN, "msa", "zlm", "zsm"),
  TL("tl", Script.LATIN, "tgl", "fil"),
  SW("sw", Script.LATIN, "swa", "swh"),
  SQ("sq", Script.LATIN, "sqi", "als"),
  CA("ca", Script.LATIN, "cat"),
  SO("so", Script.LATIN, "som"),
  AF("af", Script.LATIN, "afr"),
  RU("ru", Script.CYRILLIC, "rus"),
  UK("uk", Script.CYRILLIC, "ukr"),
  BE("be", Script.CYRILLIC, "bel"),
  BG("bg", Script.CYRILLIC, "bul"),
  MK("mk", Script.CYRILLIC, "mkd"),
  SR("sr-Cyrl", Script.CYRILLIC, "srp"),
  KK("kk", Script.CYRILLIC, "kaz"),
  KY("ky", Script.CYRILLIC, "kir"),
  TG("tg", Script.CYRILLIC, "tgk"),
  MN("mn", Script.CYRILLIC, "mon", "khk"),
  AR("ar", Script.ARABIC, "ara", "arb", "ary", "arz", "apc", "ajp"),
  FA("fa", Script.ARABIC, "fas", "pes", "prs"),
  UR("ur", Script.ARABIC, "urd"),
  PS("ps", Script.ARABIC, "pus", "pbt"),
  CKB("ckb", Script.ARABIC, "ckb"),
  UG("ug", Script.ARABIC, "uig"),
  SD("sd", Script.ARABIC, "snd"),
  HI("hi", Script.DEVANAGARI, "hin"),
  MR("mr", Script.DEVANAGARI, "mar"),
  NE("ne", Script.DEVANAGARI, "nep", "npi"),
  ZH("zh", Script.HAN, "cmn", "zho", "yue", "wuu"),
  JA("ja", Script.KANA, "jpn"),
  KO("ko", Script.HANGUL, "kor"),
  HE("he", Script.HEBREW, "heb"),
  EL("el", Script.GREEK, "ell"),
  HY("hy", Script.ARMENIAN, "hye"),
  KA("ka", Script.GEORGIAN, "kat"),
  TH("th", Script.THAI, "tha"),
  LO("lo", Script.LAO, "lao"),
  KM("km", Script.KHMER, "khm"),
  MY("my", Script.MYANMAR, "mya"),
  BN("bn", Script.BENGALI, "ben"),
  TA("ta", Script.TAMIL, "tam"),
  TE("te", Script.TELUGU, "tel"),
  KN("kn", Script.KANNADA, "kan"),
  ML("ml", Script.MALAYALAM, "mal"),
  GU("gu", Script.GUJARATI, "guj"),
  PA("pa", Script.GURMUKHI, "pan"),
  SI("si", Script.SINHALA, "sin"),
  AM("am", Script.ETHIOPIC, "amh");

  private static final Set<Tongue> SELDOM = EnumSet.of(MS, TL, SW, SQ, CA, SO, AF, TG, MN, SD);
  private static final double SELDOM_PRIOR = StrictMath.log(0.35);
  private static final Map<String, List<Tongue>> BY_LABEL = byLabel();
  private static final Map<Script, List<Tongue>> BY_SCRIPT =
      Arrays.stream(values())
          .collect(
              Collectors.groupingBy(
                  Tongue::script,
                  () -> new EnumMap<>(Script.class),
                  Collectors.toUnmodifiableList()));

  private final String tag;
  private final Script script;
  private final List<String> labels;

  Tongue(String tag, Script script, String... labels) {
    this.tag = tag;
    this.script = script;
    this.labels = List.of(labels);
  }

  String tag() {
    return tag;
  }

  Script script() {
    return script;
  }

  /** Those that the model's label may mean, one for each script. */
  static List<Tongue> labelled(String label) {
    return BY_LABEL.getOrDefault(label, List.of());
  }

  static Tongue tagged(String tag) {
    return Arrays.stream(values())
        .filter(tongue -> tongue.tag.equals(tag))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no language " + tag));
  }

  /** How often the news is in it, for what else is equal: 0, or less for what is seldom read. */
  double logPrior() {
    return SELDOM.contains(this) ? SELDOM_PRIOR : 0;
  }

  /** Those written in a script, always in the same order. */
  static List<Tongue> in(Script script) {
    return BY_SCRIPT.getOrDefault(script, List.of());
  }

  private static Map<String, List<Tongue>> byLabel() {
    Map<String, List<Tongue>> map = new HashMap<>();
    for (Tongue tongue : values()) {
      for (String label : tongue.labels) {
        map.merge(
            label,
            List.of(tongue),
            (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
      }
    }
    return map;
  }
}
