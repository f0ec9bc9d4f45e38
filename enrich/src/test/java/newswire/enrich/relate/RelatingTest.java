package newswire.enrich.relate;

import static newswire.enrich.relate.Reader.NOON;
import static newswire.enrich.relate.Reader.sketch;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.RelationKind;
import newswire.schemas.avro.Story;
import org.junit.jupiter.api.Test;

class RelatingTest {

  private static final String ARABIC = "أعلنت الحكومة اليوم عن خطة جديدة";
  private static final String CHINESE = "政府今天宣布新计划";
  private static final String RUSSIAN = "Правительство объявило новый план";

  private final Reader newsroom = new Reader();

  private Map<String, String> families() {
    Map<String, String> families = new TreeMap<>();
    newsroom.relations.forEach((id, relation) -> families.put(id, relation.getFamily()));
    return families;
  }

  private static Instant day(int day) {
    return NOON.plus(Duration.ofDays(day));
  }

  @Test
  void theSmallestOfTimeAndIdIsTheParent() {
    newsroom.take(sketch("c", "ت", ARABIC, NOON));
    newsroom.take(sketch("b", "ب", ARABIC, NOON));
    newsroom.take(sketch("d", "د", ARABIC, NOON.plusSeconds(1)));
    newsroom.take(sketch("x", "标题", CHINESE, NOON));

    assertThat(families()).isEqualTo(Map.of("b", "b", "c", "b", "d", "b", "x", "x"));
    assertThat(newsroom.relations.get("d"))
        .extracting("kind", "parent", "score")
        .containsExactly(RelationKind.EXACT, Optional.of("b"), 1.0);
  }

  @Test
  void aCopyOfACopyBelongsToTheFirst() {
    newsroom.take(sketch("a", "ا", ARABIC, day(0)));
    newsroom.take(sketch("b", "ب", ARABIC, day(5)));
    newsroom.take(sketch("c", "ت", ARABIC, day(10)));

    assertThat(newsroom.relations.get("c")).extracting("parent").isEqualTo(Optional.of("b"));
    assertThat(families()).containsEntry("c", "a");
  }

  @Test
  void afterMoreThanAWeekATextIsAnOriginalAgain() {
    newsroom.take(sketch("a", "标题", CHINESE, day(0)));
    newsroom.take(sketch("b", "标题", CHINESE, day(7)));
    newsroom.take(sketch("c", "标题", CHINESE, day(14).plusMillis(1)));
    assertThat(families()).isEqualTo(Map.of("a", "a", "b", "a", "c", "c"));
  }

  @Test
  void aLateArticleJoinsTwoFamilies() {
    newsroom.take(sketch("a", "А", RUSSIAN, day(0)));
    newsroom.take(sketch("c", "В", RUSSIAN, day(10)));
    assertThat(newsroom.end().stories).containsOnlyKeys("a", "c");
    newsroom.take(sketch("b", "Б", RUSSIAN, day(5)));

    assertThat(families()).isEqualTo(Map.of("a", "a", "b", "a", "c", "a"));
    assertThat(newsroom.end().stories).containsOnlyKeys("a");
    Story story = newsroom.end().stories.firstEntry().getValue();
    assertThat(story.getArticles()).containsExactly("a", "b", "c");
    assertThat(story.getAliases()).containsExactly("b", "c");
    assertThat(story.getSize()).isEqualTo(3);
    assertThat(story.getLastSeen()).isEqualTo(day(10));
  }

  @Test
  void aNewVersionLeavesItsFamilyAndTheOthersAreDecidedAgain() {
    newsroom.take(sketch("a", "ا", ARABIC, day(0)));
    newsroom.take(sketch("b", "ب", ARABIC, day(5)));
    newsroom.take(sketch("c", "ت", ARABIC, day(10)));
    newsroom.take(sketch("b", "ب", RUSSIAN, day(5)));

    assertThat(families()).isEqualTo(Map.of("a", "a", "b", "b", "c", "c"));
    assertThat(newsroom.end().stories).containsOnlyKeys("a", "b", "c");
  }

  @Test
  void aNewHeadlineAloneIsANewRelationOfThatVersionOnly() {
    newsroom.take(sketch("a", "عنوان", ARABIC, day(0)));
    newsroom.take(sketch("b", "عنوان", ARABIC, day(1)));
    List<Relation> changes = newsroom.take(sketch("a", "عنوان جديد", ARABIC, day(0)));

    assertThat(changes).extracting(Relation::getArticleId).containsExactly("a");
    assertThat(newsroom.end().stories.firstEntry().getValue().getHeadline())
        .isEqualTo("عنوان جديد");
  }

  @Test
  void aSketchThatComesTwiceChangesNothing() {
    newsroom.take(sketch("a", "标题", CHINESE, NOON));
    List<Relation> changes = newsroom.take(sketch("a", "标题", CHINESE, NOON));
    assertThat(changes).isEmpty();
  }

  @Test
  void aTextTooShortToCompareIsAStoryOfItsOwn() {
    newsroom.take(sketch("a", "عاجل", "", NOON));
    newsroom.take(sketch("b", "عاجل", "", NOON));
    assertThat(families()).isEqualTo(Map.of("a", "a", "b", "b"));
  }

  @Test
  void forgetsWhatTheHorizonHasPassedAndNothingElse() {
    newsroom.take(sketch("a", "ا", ARABIC, day(0)));
    newsroom.take(sketch("b", "标", CHINESE, day(10)));
    newsroom.take(sketch("c", "ы", RUSSIAN, day(31)));
    assertThat(newsroom.holdsNothingOf("a")).isTrue();
    assertThat(newsroom.indexed()).containsExactly("b", "c");
    assertThat(newsroom.relations).containsOnlyKeys("a", "b", "c");
  }

  @Test
  void aCopyKeepsItsOriginalAfterThatIsForgotten() {
    newsroom.take(sketch("a", "ا", ARABIC, day(0)));
    newsroom.take(sketch("b", "ب", ARABIC, day(5)));
    newsroom.take(sketch("x", "标", CHINESE, day(31)));
    assertThat(newsroom.indexed()).containsExactly("b", "x");
    newsroom.take(sketch("c", "ت", ARABIC, day(8)));

    assertThat(families()).containsEntry("b", "a").containsEntry("c", "a");
    assertThat(newsroom.end().stories.firstEntry().getValue().getArticles())
        .containsExactly("a", "b", "c");
  }

  @Test
  void newsOfTwoYearsAgoIsRelatedAmongItself() {
    newsroom.take(sketch("now", "标", CHINESE, day(0)));
    newsroom.take(sketch("old1", "ا", ARABIC, day(-700)));
    newsroom.take(sketch("old2", "ب", ARABIC, day(-699)));
    newsroom.take(sketch("old0", "ب", CHINESE, day(-699)));

    assertThat(families())
        .isEqualTo(Map.of("now", "now", "old1", "old1", "old2", "old1", "old0", "old0"));
    newsroom.take(sketch("then", "Ы", RUSSIAN, day(1)));
    newsroom.take(sketch("then2", "Ы", RUSSIAN, day(1)));
    assertThat(newsroom.indexed()).containsExactly("now", "then", "then2");
  }

  @Test
  void aTextPrintedEverywhereListsItsFirstArticlesOnly() {
    for (int i = 0; i < Stories.LISTED + 5; i++) {
      newsroom.take(sketch("id" + (1000 + i), "标", CHINESE, NOON.plusSeconds(i)));
    }
    Story story = newsroom.end().stories.firstEntry().getValue();
    assertThat(story.getSize()).isEqualTo(Stories.LISTED + 5);
    assertThat(story.getArticles()).hasSize(Stories.LISTED).startsWith("id1000");
  }

  @Test
  void underACrowdedKeyTheEarliestArePickedWhateverTheOrder() {
    Reader other = new Reader();
    int last = 3 * Index.MOST_COMPARED;
    for (int i = 0; i <= last; i++) {
      newsroom.take(sketch("id" + (1000 + i), "ا", ARABIC, NOON.plusSeconds(i)));
      other.take(sketch("id" + (1000 + last - i), "ا", ARABIC, NOON.plusSeconds(last - i)));
    }

    assertThat(other.relations).isEqualTo(newsroom.relations);
    assertThat(newsroom.relations.values()).extracting(Relation::getFamily).containsOnly("id1000");
  }

  @Test
  void aLateRoundUpBelongsToTheFirstReportInIt() {
    String report = words("خبر", 'ا');
    String other = words("слово", 'а');
    newsroom.take(sketch("b", "ب", report, day(1)));
    newsroom.take(sketch("c", "В", other, day(0)));
    newsroom.take(sketch("d", "د", report + "\n" + other + "\n" + words("字", '一'), day(2)));

    assertThat(newsroom.relations.get("d")).extracting("kind").isEqualTo(RelationKind.PARTIAL);
    assertThat(families()).isEqualTo(Map.of("b", "b", "c", "c", "d", "c"));
  }

  /** Sixty words that come once each. */
  private static String words(String word, char from) {
    return IntStream.range(0, 60)
        .mapToObj(i -> word + (char) (from + i % 8) + (char) (from + i / 8))
        .collect(Collectors.joining(" "));
  }
}
