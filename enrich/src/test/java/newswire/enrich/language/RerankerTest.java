package newswire.enrich.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import newswire.schemas.TrustedRecords;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RerankerTest {

  private static final List<Tongue> CYRILLIC = Tongue.in(Script.CYRILLIC);

  @BeforeAll
  static void vouchForRecords() {
    TrustedRecords.register();
  }

  private static Set<Long> grams(String text) {
    Set<Long> grams = new HashSet<>();
    WordGrams.each(text, grams::add);
    return grams;
  }

  private static double[] reranked(double[] scores, String learned, String text) {
    List<Integer> columns =
        CYRILLIC.stream().map(t -> t == Tongue.RU ? 0 : t == Tongue.UK ? 1 : -1).toList();
    GramTable.Builder table = new GramTable.Builder();
    for (long gram : new ArrayList<>(grams(learned))) {
      table.start(gram);
      table.weight(1, 2f);
    }
    Reranker.Model model = new Reranker.Model(columns, 2, table.build());
    return new Reranker(Map.of(Script.CYRILLIC, model)).rerank(scores, text, Script.CYRILLIC);
  }

  private static double of(Tongue tongue, double[] scores) {
    return scores[CYRILLIC.indexOf(tongue)];
  }

  @Test
  void addsWhatItHasLearned() {
    double[] scores = new double[CYRILLIC.size()];
    double[] reranked = reranked(scores, "і", "і та");
    assertThat(of(Tongue.UK, reranked)).isGreaterThan(1.9);
    assertThat(of(Tongue.RU, reranked)).isZero();
  }

  @Test
  void saysNothingOfWhatItHasNotSeen() {
    double[] scores = IntStream.range(0, CYRILLIC.size()).mapToDouble(i -> -i).toArray();
    assertThat(reranked(scores, "і", "ы")).containsExactly(scores);
  }

  @Test
  void leavesLanguagesItHasNotLearnedWhereTheyWere() {
    double[] scores = new double[CYRILLIC.size()];
    scores[CYRILLIC.indexOf(Tongue.TG)] = 0.1;
    double[] reranked = reranked(scores, "і", "і та");
    assertThat(of(Tongue.TG, reranked) - of(Tongue.UK, reranked)).isCloseTo(0.1, within(1e-6));
  }

  @Test
  void looksPastNamesButAtTheFirstWord() {
    assertThat(grams("в Москве")).isEqualTo(grams("в"));
    assertThat(grams("Москве")).isEqualTo(grams("москве")).isNotEmpty();
    assertThat(grams("قال محمد")).isNotEqualTo(grams("قال"));
    assertThat(grams("")).isEmpty();
  }

  /** All but a few of these have no training of their own. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ca | El govern ha anunciat avui un nou pla per als hospitals de tot el país",
        "af | Die regering het vandag 'n nuwe plan vir die land se hospitale aangekondig",
        "sw | Serikali imetangaza leo mpango mpya wa kuboresha hospitali zote nchini",
        "sq | Qeveria njoftoi sot një plan të ri për spitalet në të gjithë vendin",
        "tl | Inihayag ngayong araw ng pamahalaan ang bagong plano para sa mga ospital",
        "so | Dowladda ayaa maanta ku dhawaaqday qorshe cusub oo loogu talagalay isbitaallada",
        "ms | Kerajaan hari ini mengumumkan bahawa rancangan baharu untuk hospital akan bermula",
        "az | Səhiyyə Nazirliyi bu gün xəstəxanalar üçün yeni plan elan etdi",
        "mk | Владата денес објави дека ќе има нов план за болниците во земјата",
        "mn | Засгийн газар өнөөдөр эмнэлгүүдэд зориулсан шинэ төлөвлөгөө зарлалаа",
        "tg | Ҳукумат имрӯз дар бораи нақшаи нав барои беморхонаҳо хабар дод",
        "ps | حکومت نن د روغتونونو د پراختیا لپاره یو نوی پلان اعلان کړ",
        "mr | सरकारने आज देशभरातील रुग्णालयांसाठी नवीन योजना जाहीर केली",
        "ne | सरकारले आज देशभरका अस्पतालका लागि नयाँ योजना घोषणा गरेको छ",
      })
  void doesNotCostTheLanguagesItHasNotLearned(String tag, String text) {
    assertThat(new LanguageDetector().detect(text, "").getTag()).isEqualTo(tag);
    assertThat(new LanguageDetector(new Reranker(Map.of())).detect(text, "").getTag())
        .isEqualTo(tag);
  }
}
