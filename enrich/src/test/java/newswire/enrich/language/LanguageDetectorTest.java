package newswire.enrich.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Language;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {

  private static final LanguageDetector DETECTOR = new LanguageDetector();

  @BeforeAll
  static void vouchForRecords() {
    TrustedRecords.register();
  }

  private static Language detect(String text) {
    return DETECTOR.detect(text, "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ar | أعلنت وزارة الصحة اليوم عن خطة جديدة لتطوير المستشفيات في جميع أنحاء البلاد",
        "fa | وزارت بهداشت امروز از برنامهٔ تازه‌ای برای توسعهٔ بیمارستان‌ها خبر داد",
        "ur | وزارت صحت نے آج ملک بھر میں ہسپتالوں کی بہتری کے لیے نئے منصوبے کا اعلان کیا",
        "ckb | وەزارەتی تەندروستی ئەمڕۆ پلانێکی نوێی بۆ نەخۆشخانەکان ڕاگەیاند لە هەموو وڵات",
        "ug | سەھىيە مىنىستىرلىقى بۈگۈن دوختۇرخانىلار ئۈچۈن يېڭى پىلان ئېلان قىلدى",
        "zh | 卫生部今天宣布了一项在全国范围内发展医院的新计划",
        "ja | 厚生労働省は今日、全国の病院を整備する新しい計画を発表した",
        "ko | 보건부는 오늘 전국 병원 발전을 위한 새로운 계획을 발표했다",
        "th | กระทรวงสาธารณสุขประกาศแผนใหม่ในวันนี้",
        "hi | स्वास्थ्य मंत्रालय ने आज देश भर में अस्पतालों के विकास के लिए नई योजना की घोषणा की",
        "ru | Министерство здравоохранения объявило сегодня о новом плане развития больниц по всей стране",
        "uk | Міністерство охорони здоров'я оголосило сьогодні про новий план розвитку лікарень у країні",
        "tr | Sağlık Bakanlığı bugün ülke genelinde hastanelerin geliştirilmesi için yeni bir plan açıkladı",
        "de | Das Gesundheitsministerium kündigte heute einen neuen Plan für die Krankenhäuser im ganzen Land an",
        "en | The health ministry announced a new plan today to develop hospitals across the country",
        "id | Kementerian kesehatan hari ini mengumumkan bahwa rumah sakit bisa dibangun karena rencana baru",
        "sr-Latn | Ministarstvo zdravlja je danas saopštilo da će bolnice svuda u svetu dobiti nove lekare posle leta",
        "hr | Ministarstvo zdravstva priopćilo je da će bolnice svugdje u svijetu dobiti nove liječnike poslije ljeta",
        "sr-Cyrl | Министарство здравља је данас саопштило да ће болнице у целој земљи добити нове лекаре",
        "he | משרד הבריאות הודיע היום על תוכנית חדשה",
        "el | Το υπουργείο ανακοίνωσε νέο σχέδιο",
        "am | የጤና ጥበቃ ሚኒስቴር ዛሬ አዲስ ዕቅድ አስታወቀ",
      })
  void tellsTheLanguageOfASentence(String tag, String text) {
    assertThat(detect(text).getTag()).isEqualTo(tag);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "12",
        "a",
        "https://example.org/abc @user user@example.org",
        "٢٠٢٦!",
        "🚀🚀🚀"
      })
  void claimsNothingOfWhatHasNoLetters(String text) {
    Language language = detect(text);
    assertThat(language.getTag()).isEqualTo("und");
    assertThat(language.getConfidence()).isZero();
  }

  @Test
  void looksPastAddressesAndHandlesOfAnotherScript() {
    String text =
        "https://example.com/a/very/long/english/address/about/things @newsroom عاجل: زلزال قوي";
    assertThat(detect(text).getTag()).isEqualTo("ar");
  }

  @Test
  void givesConfidenceAndTheNextBest() {
    Language language =
        detect("De regering heeft vandaag een nieuw plan voor de ziekenhuizen aangekondigd");
    assertThat(language.getTag()).isEqualTo("nl");
    assertThat(language.getConfidence()).isBetween(0.2, 1.0);
    assertThat(language.getAlternatives())
        .hasSize(3)
        .noneMatch(other -> other.getTag().equals("nl"));
  }

  @Test
  void letsAHintDecideAmongNearEqualsOnly() {
    String name = "Robert Andersen";
    assertThat(DETECTOR.detect("The government announced the plan on Monday", "de").getTag())
        .isEqualTo("en");
    assertThat(DETECTOR.detect(name, "zh").getTag()).isEqualTo(detect(name).getTag());
  }

  @Test
  void readsTheMiddleOfALongTextToo() {
    String boilerplate = "Read more stories in our newsletter every day. ".repeat(4);
    String text = boilerplate + "وقالت الوزارة إن الخطة ستبدأ في الأسبوع المقبل. ".repeat(60);
    assertThat(detect(text).getTag()).isEqualTo("ar");
  }

  @Test
  void isTheSameUnderEveryDefaultLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(detect("INFLATION IN INDIA IS RISING AGAIN, MINISTERS SAID").getTag())
          .isEqualTo("en");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void survivesSurrogatesAtTheCut() {
    assertThat(detect("𠮷".repeat(2_000)).getTag()).isEqualTo("zh");
    assertThat(detect("😀".repeat(900) + "ي".repeat(900)).getTag()).isNotEmpty();
  }
}
