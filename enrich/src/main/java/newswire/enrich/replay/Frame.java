package newswire.enrich.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import newswire.enrich.prepare.Times;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Story;
import newswire.schemas.avro.StoryArticle;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of history by effective time: what is read so that it can be computed, and what of it
 * comes out.
 *
 * @param from effective time of the first articles that come out; null for no bound
 * @param to effective time before which articles come out; null for no bound
 * @param warmUp how much before and after is computed as well, for what it says about the rest
 * @param sites registrable domains whose articles come out; all if empty
 * @param languages BCP 47 tags of the languages whose articles come out, {@code zh} with all that
 *     begin with {@code zh-}; all if empty
 */
public record Frame(
    @Nullable Instant from,
    @Nullable Instant to,
    Duration warmUp,
    Set<String> sites,
    Set<String> languages) {

  /**
   * @throws IllegalArgumentException if it ends before it begins
   */
  public Frame {
    if (from != null && to != null && !from.isBefore(to)) {
      throw new IllegalArgumentException("a frame begins before it ends, not at " + from);
    }
    if (warmUp.isNegative()) {
      throw new IllegalArgumentException("a warm-up is not negative");
    }
    sites = Set.copyOf(sites);
    languages = Set.copyOf(languages);
  }

  /**
   * Whether an article first seen then can have its effective time in the frame or its warm-up:
   * what is told before its page is read.
   */
  public boolean mayHold(Instant firstSeen) {
    return (from == null
            || !firstSeen.isBefore(from.minus(warmUp).minus(Times.MOST_AFTER_FIRST_SEEN)))
        && (to == null || firstSeen.isBefore(to.plus(warmUp).plus(Times.MOST_BEFORE_FIRST_SEEN)));
  }

  /** Whether an article of this effective time lies in the frame or its warm-up. */
  public boolean holdsWarm(Instant effective) {
    return (from == null || !effective.isBefore(from.minus(warmUp)))
        && (to == null || effective.isBefore(to.plus(warmUp)));
  }

  /** Whether the article comes out. */
  public boolean has(Article article) {
    return holds(article.getEffective())
        && (sites.isEmpty() || sites.contains(article.getSite()))
        && isWanted(article.getLanguage().getTag());
  }

  /**
   * Whether the story comes out: its first article lies in the frame, and one of its languages and
   * of the sites that reported it is wanted.
   */
  public boolean has(Story story) {
    return holds(story.getEffective())
        && (sites.isEmpty()
            || story.getTimeline().stream().map(StoryArticle::getSite).anyMatch(sites::contains))
        && (languages.isEmpty() || story.getLanguages().stream().anyMatch(this::isWanted));
  }

  private boolean holds(Instant effective) {
    return (from == null || !effective.isBefore(from)) && (to == null || effective.isBefore(to));
  }

  private boolean isWanted(String tag) {
    return languages.isEmpty()
        || languages.stream().anyMatch(l -> tag.equals(l) || tag.startsWith(l + "-"));
  }
}
