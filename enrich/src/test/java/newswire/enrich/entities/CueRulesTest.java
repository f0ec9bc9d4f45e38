package newswire.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import newswire.enrich.tagger.Span;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Entity;
import newswire.schemas.avro.Language;
import newswire.schemas.avro.Mention;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CueRulesTest {

  private static final EntityStage STAGE = new EntityStage();

  @BeforeAll
  static void vouchForRecords() {
    TrustedRecords.register();
  }

  private static List<Entity> entities(String language, String title, String text) {
    Article article =
        Article.newBuilder()
            .setTitle(title)
            .setText(text)
            .setLanguage(new Language(language, 1.0, List.of(), List.of()))
            .build();
    return STAGE.apply(article).getEntities();
  }

  /** Mentions by rule in the order of the text, each with its type; their offsets are checked. */
  private static List<String> ruled(String language, String text) {
    List<Mention> mentions = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Entity entity : entities(language, "", text)) {
      for (Mention mention : entity.getMentions()) {
        int start = text.offsetByCodePoints(0, mention.getStart());
        int end = text.offsetByCodePoints(0, mention.getEnd());
        assertThat(text.substring(start, end)).isEqualTo(mention.getText());
        if (mention.getMethod().equals("rule")) {
          mentions.add(mention);
          names.add(entity.getType() + " " + mention.getText());
        }
      }
    }
    assertThat(mentions).allSatisfy(m -> assertThat(m.getConfidence()).isBetween(0.6, 0.8));
    return names;
  }

  private static CueSentences.Score score(String half, String language) throws IOException {
    CueSentences.Score score = new CueSentences.Score(0, 0, 0);
    int sentences = 0;
    for (CueSentences.Sentence sentence : CueSentences.read(half)) {
      if (sentence.language().equals(language)) {
        sentences++;
        score = score.plus(CueSentences.score(sentence, CueSentences.ruled(sentence)));
      }
    }
    assertThat(sentences).isGreaterThanOrEqualTo(15);
    return score;
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "test"})
  void findsLittleThatIsNoName(String half) throws IOException {
    CueSentences.Score all = new CueSentences.Score(0, 0, 0);
    for (String language : CueSentences.LANGUAGES) {
      CueSentences.Score score = score(half, language);
      assertThat(score.precision()).as(language).isGreaterThanOrEqualTo(0.85);
      assertThat(score.recall()).as(language).isGreaterThanOrEqualTo(0.3);
      all = all.plus(score);
    }
    assertThat(all.precision()).isGreaterThanOrEqualTo(0.95);
    assertThat(all.recall()).isGreaterThanOrEqualTo(0.55);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Bidirectional marks around and within.
        "fa | \u200Fدکتر\u200F سارا\u200E محمدی\u200F، گفت | PERSON سارا\u200E محمدی",
        "he | \u202Bד\"ר רונית שגיא\u202C אמרה | PERSON רונית שגיא",
        // Zero-width non-joiners, and a letter of either keyboard.
        "fa | آقای رضایی\u200Cفر در جلسه | PERSON رضایی\u200Cفر",
        "fa | رئيس\u200Cجمهور مسعود كریمی\u200Cنژاد در تهران | PERSON مسعود كریمی\u200Cنژاد",
        // Points, maqaf, gershayim and geresh.
        "he | מַר כֹּהֵן אמר | PERSON כֹּהֵן",
        "he | ח״כ אלון בן־דוד אמר | PERSON אלון בן־דוד",
        "he | פרופ' נדב דוידוביץ' אמר | PERSON נדב דוידוביץ",
        "he | תושבי קיבוץ עין־גדי. | PLACE עין־גדי",
        "he | ולאוניברסיטת בר־אילן על | ORGANISATION אוניברסיטת בר־אילן",
        // A nukta apart and composed, and a candrabindu.
        "hi | श्री फ\u093Cड\u093Cनवीस ने कहा | PERSON फ\u093Cड\u093Cनवीस",
        "hi | श्री \u095Eराज़ ने कहा | PERSON \u095Eराज़",
        "hi | भेरोखड़ा गाँव में | PLACE भेरोखड़ा",
        "bn | রাজশাহী বিশ্ববিদ্যাল\u09DF আজ | ORGANISATION রাজশাহী বিশ্ববিদ্যাল\u09DF",
        "bn | ঢাকা বিশ্ববিদ্যাল\u09AF\u09BCের ছাত্র | ORGANISATION ঢাকা বিশ্ববিদ্যাল\u09AF\u09BCের",
        // Surrogate pairs before.
        "ur | 🚀𐍈 جناب قریشی نے کہا | PERSON قریشی",
        "hi | 🏏🏏 कप्तान रोहित चौहान ने | PERSON रोहित चौहान",
        // Abbreviations with dots.
        "hi | डॉ. अनीता शर्मा के अनुसार | PERSON अनीता शर्मा",
        "bn | ডা. নাসরিন আক্তার বলেন | PERSON নাসরিন আক্তার",
        "ur | ضلع\u00A0سوات میں | PLACE سوات",
      })
  void keepsOffsetsInHardScripts(String language, String text, String name) {
    assertThat(ruled(language, text)).containsExactly(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fa | رئیس‌جمهور دیروز سخن گفت",
        "fa | شهر بزرگ است و دانشگاه بسته شد",
        "fa | دکتر. سارا، محمدی گفت",
        "fa | آقای رئیس‌جمهور در ۲۵ خرداد",
        "fa | وزیر ۱۲۰ میلیارد در بودجه",
        "fa | بانک اطلاعات جدید راه‌اندازی شد",
        "he | ראש הממשלה אמר כי לא",
        "he | השר הגיש ערעור נגד",
        "he | ד\"ר. \"לא\" אמר",
        "he | חברת הביטוח הגדולה",
        "hi | राष्ट्रपति चुनाव में मंत्री समूह ने कहा",
        "hi | इस शहर में और बड़े शहर के बैंक में",
        "hi | प्रधानमंत्री, मोदीजी ने",
        "hi | श्री १२३ ने वोट बैंक की बात की",
        "ur | صدر نے کہا کہ وزیر نے شہر میں",
        "ur | چیئرمین نیب نے ووٹ بینک کی بات کی",
        "bn | মন্ত্রী উন্নয়নের কথা বলেন",
        "bn | একটি বেসরকারি বিশ্ববিদ্যালয়ের শহরে",
      })
  void leavesCommonWordsAlone(String language, String text) {
    assertThat(ruled(language, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fa | آقای نیک‌نام/فردا",
        "he | מר לוינסקי/אתמול",
        "hi | श्री त्रिपाठी/कल",
        "ur | جناب قریشی/کل",
        "bn | জনাব রহমান/আজ"
      })
  void endsANameWithItsLine(String language, String text) {
    assertThat(ruled(language, text.replace("/", "\n"))).hasSize(1);
    assertThat(ruled(language, text.replaceFirst(" ", "\n"))).isEmpty();
  }

  @Test
  void leavesToTheLinkerWhatItKnows() {
    Entity macron =
        entities("he", "", "נשיא צרפת עמנואל מקרון אמר").stream()
            .filter(entity -> entity.getName().contains("Macron"))
            .findFirst()
            .orElseThrow();
    assertThat(macron.getMethod()).isEqualTo("gazetteer");
    assertThat(entities("hi", "", "प्रधानमंत्री नरेंद्र मोदी ने कहा").get(0).getId()).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fa | دکتر سارا رحمتی، آمد. سپس رحمتی گفت. سارا رحمتی رفت. | سارا رحمتی,رحمتی,سارا رحمتی",
        "he | ד\"ר רונית שגיא אמרה. לשגיא יש רעיון. | רונית שגיא,שגיא",
        "he | ד\"ר רונית שגיא אמרה. לרונית שגיא יש רעיון. | רונית שגיא,רונית שגיא",
        "hi | डॉ. अनीता त्रिपाठी ने कहा। त्रिपाठी का दावा। | अनीता त्रिपाठी,त्रिपाठी",
        "ur | ڈاکٹر عائشہ قریشی نے کہا۔ قریشی کا دعویٰ۔ | عائشہ قریشی,قریشی",
        "bn | ডা. নাসরিন আক্তার বলেন। আক্তারের দাবি। | নাসরিন আক্তার,আক্তারের",
      })
  void joinsBareSurnamesToTheirPerson(String language, String text, String mentions) {
    List<Entity> entities = entities(language, "", text);
    assertThat(entities).hasSize(1);
    assertThat(entities.get(0).getMentions().stream().map(Mention::getText))
        .containsExactly(mentions.split(",", -1));
  }

  @Test
  void knowsANameOfTheTitleInTheText() {
    List<Entity> entities =
        entities("hi", "अनीता त्रिपाठी की किताब", "डॉ. अनीता त्रिपाठी ने किताब लिखी।");
    assertThat(entities).hasSize(1);
    assertThat(entities.get(0).getSalience()).isGreaterThan(0.6);
  }

  @Test
  void leavesTheLanguagesOfTheTaggerAlone() {
    assertThat(List.of("ar", "en", "zh", "ja", "th", "und")).noneMatch(CueRules::know);
    assertThat(CueSentences.LANGUAGES).allMatch(CueRules::know);
  }

  @Test
  void makesWayForATaggerOfTheUser() {
    EntityStage given = new EntityStage(new UserGazetteer(), (text, language) -> List.<Span>of());
    Article article =
        Article.newBuilder()
            .setText("श्री त्रिपाठी ने कहा")
            .setLanguage(new Language("hi", 1.0, List.of(), List.of()))
            .build();
    assertThat(given.apply(article).getEntities()).isEmpty();
  }

  @Test
  void readsLongTextsInLinearTime() {
    String text = "श्री त्रिपाठी ने कहा मुकेश ".repeat(20_000);
    assertThat(entities("hi", "", text)).isNotEmpty();
  }
}
