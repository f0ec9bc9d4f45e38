package newswire.sink.postgres;

import static newswire.sink.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Change;
import newswire.schemas.avro.ChangedPart;
import newswire.schemas.avro.RelatedStory;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.RelationKind;
import newswire.schemas.avro.Revision;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Story;
import newswire.schemas.avro.StoryArticle;
import newswire.schemas.avro.StoryEntity;
import newswire.schemas.avro.Version;
import newswire.schemas.avro.Withdrawal;
import newswire.sink.PlatformExtension;
import newswire.sink.PlatformExtension.Platform;
import newswire.sink.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What articles have to do with one another, as SQL users see it. */
@ExtendWith(PlatformExtension.class)
class KinIT {

  private final Platform platform;

  KinIT(Platform platform) {
    this.platform = platform;
  }

  private PostgresBench open() {
    return PostgresBench.open(platform.addresses(), Map.of());
  }

  private static Article with(Article article, Relation.Builder relation) {
    Relation decided =
        relation.setArticleId(article.getId()).setContentHash(article.getContentHash()).build();
    return Article.newBuilder(article).setRelation(decided).build();
  }

  private static Article original(int number, String title) {
    return with(
        Samples.article(number, 1, title, title + "."),
        Relation.newBuilder().setFamily(id(number)).setStory(id(1)));
  }

  private static Article copy(int number, String title) {
    return with(
        Samples.article(number, 1, title, title + "."),
        Relation.newBuilder()
            .setKind(RelationKind.NEAR)
            .setParent(id(1))
            .setFamily(id(1))
            .setStory(id(1))
            .setScore(0.75)
            .setJaccard(0.5)
            .setContainment(0.875)
            .setNumbers(1));
  }

  private static Article joined(int number, String title) {
    Article original = original(number, title);
    return with(
        original,
        Relation.newBuilder(original.getRelation().orElseThrow())
            .setStoryParent(id(1))
            .setStoryScore(0.625)
            .setStoryTerms(List.of("визит", "زيار", "访问"))
            .setStoryEntities(List.of("KG"))
            .setCounterpart(id(1))
            .setCounterpartScore(0.5)
            .setCounterpartEntities(List.of("KG")));
  }

  private static Article seen(Article article, Duration later) {
    return Article.newBuilder(article).setFirstSeen(article.getFirstSeen().plus(later)).build();
  }

  private static Story story(String headline, Article... timeline) {
    return Story.newBuilder(Samples.story(1, headline))
        .setSize(4)
        .setArticles(List.of(id(1), id(2), id(3), id(4)))
        .setAliases(List.of(id(2), id(3), id(4)))
        .setFirstPublisher("The Sample")
        .setTerms(List.of("визит", "زيار", "访问"))
        .setEntities(List.of(new StoryEntity("KG", "Kyr\0gyzstan", 3)))
        .setRelated(List.of(new RelatedStory(id(9), "zh", 0.5, List.of("KG"))))
        .setTimeline(
            List.of(timeline).stream()
                .map(a -> StoryArticle.newBuilder().setId(a.getId()).setTitle(a.getTitle()).build())
                .toList())
        .build();
  }

  @Test
  void tellsWhoWasFirst() {
    try (PostgresBench bench = open()) {
      Article first = seen(original(1, "زيارة رسمية"), Duration.ofHours(2));
      Article embargoed =
          Article.newBuilder(copy(3, "国事访问"))
              .setEmbargoUntil(Instant.now().plus(Duration.ofDays(1)))
              .build();
      bench.newsroom().publish(first, copy(2, "زيارة رسمية"), embargoed, copy(4, "Визит"));
      bench.newsroom().publish(original(5, "Другое"));
      bench.newsroom().order(Samples.order(4, Status.KILLED));
      bench.drain();

      String chain = " from chains where family = '" + id(1) + "' order by position";
      assertThat(bench.column("select concat_ws('|', position, id, title, status)" + chain))
          .containsExactly(
              "1|" + id(1) + "|زيارة رسمية|USABLE",
              "2|" + id(2) + "|زيارة رسمية|USABLE",
              "4|" + id(4) + "||KILLED");
      assertThat(bench.column("select seen_before_it" + chain)).containsExactly(id(2), null, null);
      assertThat(
              bench.column(
                  "select concat_ws('|', relation, parent, relation_score, jaccard, containment,"
                      + " numbers)"
                      + chain))
          .contains("NEAR|" + id(1) + "|0.75|0.5|0.875|1");
      assertThat(bench.column("select published < first_seen" + chain))
          .containsExactly("t", "f", "f");
      assertThat(bench.count("chains where raw_topic || raw_sha256 is null")).isZero();
      assertThat(bench.count("chains")).isEqualTo(4);
    }
  }

  @Test
  void tellsHowAStoryGrewAndWhy() {
    try (PostgresBench bench = open()) {
      Article first = original(1, "زيارة رسمية");
      Article second = joined(2, "国事访问");
      Article withheld = joined(4, "Секрет");
      bench.newsroom().publish(first, second, copy(3, "زيارة"), withheld);
      bench.newsroom().publish(story("زيارة رسمية", first, second, withheld));
      bench.newsroom().order(Samples.order(4, Status.WITHHELD));
      bench.drain();

      String timeline = " from timelines where story = '" + id(1) + "' order by position";
      assertThat(bench.column("select concat_ws('|', position, id, title, copies)" + timeline))
          .containsExactly("1|" + id(1) + "|زيارة رسمية|1", "2|" + id(2) + "|国事访问|0");
      assertThat(bench.column("select concat_ws('|', parent, score, terms, entities)" + timeline))
          .containsExactly("0|{}|{}", id(1) + "|0.625|{визит,زيار,访问}|{KG}");
      assertThat(
              bench.column(
                  "select concat_ws('|', first_publisher, terms, entities -> 0 ->> 'name',"
                      + " related -> 0 ->> 'language', headline) from published_stories"))
          .containsExactly("The Sample|{визит,زيار,访问}|Kyrgyzstan|zh|زيارة رسمية");
      assertThat(
              bench.column(
                  "select concat_ws('|', counterpart, counterpart_score, counterpart_entities)"
                      + " from published_articles where id = '"
                      + id(2)
                      + "'"))
          .containsExactly(id(1) + "|0.5|{KG}");
    }
  }

  @Test
  void keepsWhatVersionsChangedUntilTheArticleIsKilled() {
    try (PostgresBench bench = open()) {
      bench.newsroom().publish(corrected(1, 1), corrected(2, 1));
      bench.drain();
      assertThat(
              bench.column(
                  "select concat_ws('|', version, page, changes_cut, changes -> 0 ->> 'part',"
                      + " changes -> 0 ->> 'removed', changes -> 0 ->> 'added')"
                      + " from article_versions where article_id = '"
                      + id(1)
                      + "' order by version"))
          .containsExactly("1|f|f", "2|t|f|TITLE|国事访问|Виз\\ит");

      bench.newsroom().order(Samples.order(1, Status.KILLED));
      bench.drain();
      assertNothingIsLeft(bench);

      bench.newsroom().publish(corrected(1, 2));
      bench.drain();
      assertNothingIsLeft(bench);
      assertThat(bench.count("article_versions where changes <> '[]'")).isEqualTo(1);
    }
  }

  private static Article corrected(int number, long counter) {
    Article article = joined(number, "زيارة");
    Change change = new Change(ChangedPart.TITLE, 0, "国事\0访问", "Виз\\ит");
    return Article.newBuilder(article)
        .setVersion(2)
        .setVersions(
            List.of(
                new Version("a", Samples.DAY, false, List.of(), false),
                new Version("b", Samples.DAY, true, List.of(change), false)))
        .setRevision(new Revision(1, counter))
        .build();
  }

  private static void assertNothingIsLeft(PostgresBench bench) {
    String one = "'" + id(1) + "'";
    assertThat(
            bench.column(
                "select concat_ws('|', story_terms, story_entities, counterpart_entities)"
                    + " from articles where id = "
                    + one))
        .containsExactly("{}|{}|{}");
    assertThat(
            bench.column(
                "select changes::text || ' ' || changes_cut::text from article_versions where article_id = "
                    + one
                    + " order by version"))
        .containsExactly("[] false", "[] true");
  }

  @Test
  void putsAStoryUnderItsEarliestTitleThatIsNotKilled() {
    try (PostgresBench bench = open()) {
      Article first = original(1, "زيارة رسمية");
      Article second = joined(2, "国事访问");
      Story story = story("زيارة رسمية", first, second);
      bench.newsroom().publish(first, second);
      bench.newsroom().publish(story);
      bench.drain();
      Withdrawal kill = Samples.order(1, Status.KILLED);

      bench.newsroom().order(kill);
      bench.drain();
      assertThat(bench.headline(id(1))).contains("国事访问");
      assertThat(bench.column("select headline from published_stories")).containsExactly("国事访问");

      bench.newsroom().publish(story);
      bench.drain();
      assertThat(bench.headline(id(1))).contains("国事访问");

      bench.newsroom().order(Samples.order(2, Status.KILLED));
      bench.drain();
      assertThat(bench.headline(id(1))).contains("");
      assertThat(bench.count("published_stories")).isZero();
    }
  }
}
