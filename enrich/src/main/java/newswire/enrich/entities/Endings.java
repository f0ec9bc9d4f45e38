package newswire.enrich.entities;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Case endings of one language, longest first; a word is cut by at most one of them, and keeps at
 * least four letters (Korean: two syllables). A modest rule, enough for the names of places.
 */
final class Endings {

  private static final int KEPT = 4;
  private static final int KEPT_SYLLABLES = 2;
  private static final Endings NONE = new Endings("", KEPT);
  private static final Map<String, Endings> BY_LANGUAGE = byLanguage();

  private final char[][] endings;
  private final int kept;

  private Endings(String endings) {
    this(endings, KEPT);
  }

  private Endings(String endings, int kept) {
    this.kept = kept;
    this.endings =
        Arrays.stream(endings.split(" ", -1))
            .map(Letters::foldLong)
            .distinct()
            .filter(ending -> !ending.isEmpty())
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(String::toCharArray)
            .toArray(char[][]::new);
  }

  static Endings of(String language) {
    return BY_LANGUAGE.getOrDefault(language, NONE);
  }

  boolean isEmpty() {
    return endings.length == 0;
  }

  /** Where the stem of the folded word from {@code from} to {@code to} ends. */
  int stem(char[] folded, int from, int to) {
    for (char[] ending : endings) {
      int cut = to - ending.length;
      if (cut - from >= kept && endsWith(folded, cut, ending)) {
        return cut;
      }
    }
    return to;
  }

  private static boolean endsWith(char[] folded, int cut, char[] ending) {
    for (int i = ending.length - 1; i >= 0; i--) {
      if (folded[cut + i] != ending[i]) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, Endings> byLanguage() {
    Map<String, Endings> map = new HashMap<>();
    Endings east =
        new Endings(
            "а у ом ем е ы и ой ою ей ею я ю ям ями ях ам ами ах ов ого ому ым ий ый ая ое ые ую"
                + " их ых ими ыми ей ь ью");
    Endings ukrainian =
        new Endings(
            "а у ом ем і и ї ою ею єю я ю ям ями ях ам ами ах ів ові еві ого ому им ій ий а е"
                + " их ими ою ь ню");
    map.put("ru", east);
    map.put("be", new Endings("а у ом ем е ы і ай аю ей яй я ю ямі ях ам амі ах аў ага аму ым ія"));
    map.put("uk", ukrainian);
    Endings southCyrillic = new Endings("а у ом ем е и ој ом ог ога ом има ама я та то ът ят");
    List.of("sr-Cyrl", "sr", "mk", "bg").forEach(tag -> map.put(tag, southCyrillic));
    Endings south = new Endings("a u om em e i oj og oga om ima ama ski");
    List.of("sr-Latn", "hr", "sl", "bs").forEach(tag -> map.put(tag, south));
    map.put(
        "pl", new Endings("a y i e u ie owi em ą ę o ii ą ę om ami ach iej ej ego emu ym im ów"));
    Endings czech =
        new Endings("a y u e o i ou em im ie ou ovi e ach am ami ech om ym eho emu a ej");
    map.put("cs", czech);
    map.put("sk", czech);
    map.put(
        "lt",
        new Endings("a os ai a oje as o ui u e is io iui i yje us aus ui ija ijos ijai ijoje"));
    map.put("lv", new Endings("a as ai u a s am i ija ijas ijai iju ija e es ei i"));
    map.put(
        "fi",
        new Endings(
            "n ssa sta an lla lta lle na ksi a ta in en on un issa ista iin ille illa ilta ia ssä"
                + " stä llä ltä tä"));
    map.put("et", new Endings("s st sse l lt le ks ga ni na ta t i a e u"));
    map.put(
        "hu",
        new Endings(
            "ban ben ba be bol rol tol nak nek nal nel hoz hez val vel ra re on en t at et ot ig ert"
                + " a e"));
    Endings turkic =
        new Endings("da de dan den in un nin nun i u ya ye a e ta te tan ten ga ka dagi");
    List.of("tr", "az", "uz").forEach(tag -> map.put(tag, turkic));
    Endings turkicCyrillic =
        new Endings(
            "да де та те дан ден тан тен нан нен ның нің дың дің тың тің ға ге қа ке ны ні"
                + " ды ді ты ті нын нин дын дин тын тин га го ге ка ни ди ти ну до дун");
    List.of("kk", "ky", "tg", "mn").forEach(tag -> map.put(tag, turkicCyrillic));
    Endings genitive = new Endings("s");
    List.of("de", "sv", "da", "nb", "nn", "nl").forEach(tag -> map.put(tag, genitive));
    map.put("bn", new Endings("ের এর র কে তে য় ে"));
    map.put("el", new Endings("α ας ο ος ου ον η ης ι ια ιας ες ων υς"));
    map.put("ro", new Endings("a ei ul ului i iei"));
    Endings korean =
        new Endings(
            "은 는 이 가 을 를 의 에 에서 에게 로 으로 와 과 도 만 까지 부터 측 군 인 산 행 발 내 간 처럼"
                + " 이나 보다 라는 에선 에는 에도 과의 와의 에서는 에서의 으로부터 군이 군은 군의 군을 군과",
            KEPT_SYLLABLES);
    map.put("ko", korean);
    return map;
  }
}
