package newswire.text.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import newswire.text.diff.TextDiff.Change;
import org.junit.jupiter.api.Test;

class TextDiffTest {

  private static final String ARABIC = "قتل خمسة أشخاص في انفجار وقع مساء الأحد في بغداد.";
  private static final String CHINESE = "周日晚间巴格达发生爆炸，造成五人死亡。警方正在调查。";
  private static final String RUSSIAN = "Пять человек погибли при взрыве в Багдаде в воскресенье.";

  /** The later text, made of the earlier one and the changes. */
  private static String applied(String before, List<Change> changes) {
    StringBuilder text = new StringBuilder(before);
    for (Change change : changes) {
      int start = text.offsetByCodePoints(0, change.position());
      int end = start + change.removed().length();
      assertThat(text.substring(start, end)).isEqualTo(change.removed());
      text.replace(start, end, change.added());
    }
    return text.toString();
  }

  private static List<Change> changes(String before, String after) {
    List<Change> changes = TextDiff.of(before, after);
    assertThat(applied(before, changes)).isEqualTo(after);
    return changes;
  }

  @Test
  void findsNothingInEqualTexts() {
    for (String text : List.of("", ARABIC, CHINESE, RUSSIAN)) {
      assertThat(TextDiff.of(text, text)).isEmpty();
    }
  }

  @Test
  void namesTheWordThatChanged() {
    assertThat(changes(ARABIC, ARABIC.replace("خمسة", "سبعة")))
        .containsExactly(new Change(4, "خمسة", "سبعة"));
    assertThat(changes(RUSSIAN, RUSSIAN.replace("погибли", "пострадали")))
        .containsExactly(new Change(13, "погибли", "пострадали"));
    assertThat(changes(CHINESE, CHINESE.replace("五人", "七人")))
        .containsExactly(new Change(14, "五", "七"));
  }

  @Test
  void takesAChangedPhraseForOneChange() {
    assertThat(changes("Five people were killed on Sunday.", "Five people have died on Sunday."))
        .containsExactly(new Change(12, "were killed", "have died"));
    assertThat(changes("警方称三人死亡。", "警方称五人受伤。")).containsExactly(new Change(3, "三人死亡", "五人受伤"));
    assertThat(changes("وقالت الشرطة إن الحادث وقع ليلا", "وذكرت المصادر إن الحادث وقع ليلا"))
        .containsExactly(new Change(0, "وقالت الشرطة", "وذكرت المصادر"));
  }

  @Test
  void keepsDistantChangesApart() {
    assertThat(
            changes(
                "5 people died in the old town, 12 were hurt.",
                "7 people died in the old town, 14 were hurt."))
        .containsExactly(new Change(0, "5", "7"), new Change(31, "12", "14"));
  }

  @Test
  void cutsAndAddsWholeSentences() {
    assertThat(changes("It rained. The dog ran. The cat sat.", "It rained. The cat sat."))
        .containsExactly(new Change(11, "The dog ran. ", ""));
    assertThat(changes("下雨了。狗跑了。猫坐着。", "下雨了。猫坐着。")).containsExactly(new Change(4, "狗跑了。", ""));
    assertThat(changes("هطل المطر.\nجلس القط.", "هطل المطر.\nركض الكلب.\nجلس القط."))
        .containsExactly(new Change(11, "", "ركض الكلب.\n"));
    assertThat(changes(RUSSIAN, RUSSIAN + "\nПолиция ведёт расследование."))
        .containsExactly(new Change(56, "", "\nПолиция ведёт расследование."));
  }

  @Test
  void takesNumbersAndWordsWithTheirMarksAsAWhole() {
    assertThat(changes("It cost 1,234.5 euros.", "It cost 1,239.5 euros."))
        .containsExactly(new Change(8, "1,234.5", "1,239.5"));
    assertThat(changes("كَتَبَ الخبر", "كُتِبَ الخبر"))
        .containsExactly(new Change(0, "كَتَبَ", "كُتِبَ"));
    assertThat(changes("😀 👩‍👩‍👧 end", "😀 👩‍👩‍👦 end")).hasSize(1);
  }

  @Test
  void countsCodePoints() {
    assertThat(changes("😀😀 𠮷野家で会う", "😀😀 𠮷野家で泣く")).containsExactly(new Change(7, "会う", "泣く"));
  }

  @Test
  void takesTheWholeForWhatHasNothingInCommon() {
    assertThat(changes("", RUSSIAN)).containsExactly(new Change(0, "", RUSSIAN));
    assertThat(changes(ARABIC, "")).containsExactly(new Change(0, ARABIC, ""));
    assertThat(changes(ARABIC, CHINESE)).hasSize(1);
  }

  @Test
  void isExactForAllTexts() {
    long seed = 20261125;
    System.out.println("seed of the texts compared: " + seed);
    Random random = new Random(seed);
    List<String> parts =
        List.of("a ", "b", ". ", "ب ", "中", "文。", "\n", "😀", "й", "1,2", " ", "e\u0301");
    for (int round = 0; round < 5_000; round++) {
      String before = text(random, parts, random.nextInt(30));
      String after = random.nextBoolean() ? edited(random, before) : text(random, parts, 20);
      changes(before, after);
    }
  }

  private static String text(Random random, List<String> parts, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(parts.get(random.nextInt(parts.size())));
    }
    return text.toString();
  }

  private static String edited(Random random, String text) {
    List<String> words = new ArrayList<>(Words.of(text));
    for (int i = 0; i < 3 && !words.isEmpty(); i++) {
      int at = random.nextInt(words.size());
      if (random.nextBoolean()) {
        words.remove(at);
      } else {
        words.add(at, words.get(random.nextInt(words.size())));
      }
    }
    return String.join("", words);
  }

  @Test
  void comparesLongTextsByParagraphsAndStillNamesTheWords() {
    StringBuilder long1 = new StringBuilder();
    for (int i = 0; i < 1_500; i++) {
      long1.append("Сообщение номер ").append(i).append(" пришло вчера.\n");
    }
    String before = long1.toString();
    String after =
        before.replace("номер 1 пришло", "номер 1 поступило").replace("1499 пришло", "1499 ушло");
    assertThat(changes(before, after))
        .extracting(Change::removed, Change::added)
        .containsExactly(tuple("пришло", "поступило"), tuple("пришло", "ушло"));
  }

  @Test
  void isBoundedWhereNothingCorresponds() {
    Random random = new Random(7);
    String before = noise(random, 60_000, ' ');
    String after = noise(random, 60_000, ' ');
    assertThat(changes(before, after)).hasSize(1);
    assertThat(changes(noise(random, 60_000, '\n'), noise(random, 60_000, '\n'))).hasSize(1);
    String word = "中 ".repeat(100_000);
    assertThat(changes(word, "文" + word.substring(2) + "文")).hasSizeBetween(1, 2);
  }

  private static String noise(Random random, int words, char between) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(Integer.toString(random.nextInt(Integer.MAX_VALUE), 36)).append(between);
    }
    return text.toString();
  }

  @Test
  void countsWordsAndWhereThereAreNoSpacesLetters() {
    assertThat(TextDiff.words("")).isZero();
    assertThat(TextDiff.words("وصل الوزير إلى القاهرة، عند ١٢:٣٠.")).isEqualTo(6);
    assertThat(TextDiff.words("总统抵达。")).isEqualTo(4);
    assertThat(TextDiff.words("Министры — 3,5 млн. 🇰🇬")).isEqualTo(3);
  }
}
