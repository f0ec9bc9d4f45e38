package newswire.enrich.prepare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import newswire.enrich.Stage;
import newswire.enrich.entities.EntityStage;
import newswire.enrich.entities.UserGazetteer;
import newswire.enrich.language.LanguageDetector;
import newswire.enrich.language.LanguageStage;
import newswire.enrich.page.PageReader;
import newswire.enrich.tagger.NameTagger;
import newswire.schemas.RawProof;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.RawPosition;
import newswire.schemas.avro.Version;
import org.jspecify.annotations.Nullable;

/**
 * All stages that look at one article alone, as one function of the raw record; free of Kafka,
 * clocks and I/O, and safe for many threads if its parts are. Names that users add come in while it
 * runs; each article says by which version of them it was linked.
 */
public final class Preparation {

  // The topics downstream take records of 1 MiB; what changed from version to version, relation and
  // revision still come on top.
  private static final int LARGEST_ARTICLE = 960_000;

  private final Function<RawArticle, Article> reader;
  private final List<Stage> stages;
  private final UserGazetteer gazetteer;

  /**
   * A preparation by parts, without names of users.
   *
   * @param reader makes an article of the bytes and the entry
   * @param stages run after it, in this order
   */
  public Preparation(Function<RawArticle, Article> reader, List<Stage> stages) {
    this(reader, stages, new UserGazetteer());
  }

  /**
   * A preparation by parts.
   *
   * @param gazetteer what a stage among {@code stages} links by beside the names that ship
   */
  public Preparation(
      Function<RawArticle, Article> reader, List<Stage> stages, UserGazetteer gazetteer) {
    this.reader = reader;
    this.stages = List.copyOf(stages);
    this.gazetteer = gazetteer;
  }

  /** With the stages of this project. */
  public static Preparation standard() {
    return standard(null);
  }

  /**
   * With the stages of this project, and a tagger that the user has.
   *
   * @param tagger takes the place of ours; null for ours
   */
  public static Preparation standard(@Nullable NameTagger tagger) {
    UserGazetteer gazetteer = new UserGazetteer();
    return new Preparation(
        new PageReader()::read,
        List.of(new LanguageStage(new LanguageDetector()), new EntityStage(gazetteer, tagger)),
        gazetteer);
  }

  /** The names of users that its stages link by; filled from outside. */
  UserGazetteer gazetteer() {
    return gazetteer;
  }

  /**
   * Runs every stage; what one of them throws becomes a {@link Outcome.Rejected}.
   *
   * @param position where the record lies; its hash is computed here
   */
  public Outcome prepare(RawArticle raw, RawPosition position) {
    String stage = "page";
    try {
      Article article = reader.apply(raw);
      stage = "identity";
      article = identified(article, raw, position);
      for (Stage next : stages) {
        stage = next.name();
        article = next.apply(article);
      }
      stage = "size";
      return new Outcome.Prepared(checkedSize(article));
    } catch (RuntimeException | StackOverflowError e) {
      return new Outcome.Rejected("prepare." + stage, reason(e), e);
    }
  }

  /** What the stages make of an article that is read already; what one of them throws is thrown. */
  public Article enriched(Article article) {
    Article enriched = article;
    for (Stage next : stages) {
      enriched = next.apply(enriched);
    }
    return enriched;
  }

  private static Article identified(Article read, RawArticle raw, RawPosition position) {
    String hash = ContentHash.of(read.getTitle(), read.getText());
    Instant fetched = raw.getFetched();
    Article.Builder article =
        Article.newBuilder(read)
            .setContentHash(hash)
            .setFirstSeen(Times.firstSeen(raw))
            .setIngestedAt(fetched)
            .setVersion(1)
            .setVersions(List.of(new Version(hash, fetched, isPage(read, raw), List.of(), false)))
            .setRaw(RawPosition.newBuilder(position).setSha256(RawProof.sha256(raw)).build());
    return Times.settle(article).build();
  }

  private static boolean isPage(Article read, RawArticle raw) {
    String rule = read.getExtraction().getRule();
    return raw.getBody().hasRemaining() && !rule.startsWith("feed") && !rule.equals("none");
  }

  // A record the broker refuses would abort its transaction again and again.
  private static Article checkedSize(Article article) {
    int bytes = encodedSize(article);
    if (bytes > LARGEST_ARTICLE) {
      throw new IllegalArgumentException(
          "the article is " + bytes + " bytes long, more than the " + LARGEST_ARTICLE + " allowed");
    }
    return article;
  }

  private static int encodedSize(Article article) {
    try {
      return article.toByteBuffer().remaining();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String reason(Throwable e) {
    String message = e.getMessage();
    return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
  }
}
