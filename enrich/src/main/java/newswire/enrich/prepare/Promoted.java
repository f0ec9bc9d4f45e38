package newswire.enrich.prepare;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Revision;
import newswire.schemas.avro.Version;
import org.jspecify.annotations.Nullable;

/**
 * Puts what a replay made of an article over what running code made of it: a function of both, so
 * that it does not matter which of them came first. Promotions of one article lie in one partition,
 * in the order in which they were asked for.
 *
 * <p>What the replay says of a content counts for every observation of that content, early or late.
 * Two hashes are one content if one observation gave both: one by the code that ran, the other by
 * the replay's. Other contents are versions of their own; the latest is what others see, as ever.
 * All of it has the replay's generation from then on.
 */
final class Promoted {

  private final List<Version> replayed;
  private final Map<String, Version> contents = new HashMap<>();

  private Promoted(Article live, Article promoted) {
    this.replayed = bare(promoted);
    for (Version seen : live.getVersions()) {
      @Nullable Version same = at(seen);
      if (same != null) {
        contents.put(seen.getContentHash(), same);
      }
    }
    replayed.forEach(version -> contents.put(version.getContentHash(), version));
  }

  /** Which of two promotions of an article counts: the later, unless its generation is smaller. */
  static Article greater(Article earlier, Article later) {
    return later.getRevision().getGeneration() < earlier.getRevision().getGeneration()
        ? earlier
        : later;
  }

  /**
   * The article with all observations in {@code versions}, as {@link Versions#merge} leaves it.
   *
   * @param live as it was merged of what came in; null if nothing has
   * @param promoted as a replay published it
   */
  static Article over(@Nullable Article live, Article promoted) {
    if (live == null) {
      return Article.newBuilder(promoted).setVersions(bare(promoted)).build();
    }
    return new Promoted(live, promoted).merged(live, promoted);
  }

  private Article merged(Article live, Article promoted) {
    TreeSet<Version> observations = new TreeSet<>(Versions.RANK);
    observations.addAll(replayed);
    live.getVersions().forEach(seen -> observations.add(asReplayed(seen)));
    Version latest = replayed.get(replayed.size() - 1);
    Version newest = asReplayed(Versions.current(live));
    boolean follows = Versions.RANK.compare(newest, latest) > 0;
    boolean isNews = follows && !newest.getContentHash().equals(latest.getContentHash());
    Version own = follows ? newest : latest;
    if (isNews) {
      // If it is an earlier content that has come back, it is what the running code says it is.
      own = Versions.current(live);
      observations.remove(newest);
      observations.add(own);
    }
    Article.Builder article =
        Article.newBuilder(isNews ? live : promoted)
            .setVersions(Versions.kept(new TreeSet<>(observations.headSet(own, true))))
            .setFirstSeen(Versions.earlier(live.getFirstSeen(), promoted.getFirstSeen()))
            .setIngestedAt(Versions.earlier(live.getIngestedAt(), promoted.getIngestedAt()))
            .setRevision(new Revision(promoted.getRevision().getGeneration(), 0L));
    return Times.settle(article).build();
  }

  /** An observation as the replay's code would have made it, as far as that is known. */
  private Version asReplayed(Version seen) {
    @Nullable Version same = at(seen);
    if (same != null) {
      return same;
    }
    @Nullable Version content = contents.get(seen.getContentHash());
    return content == null
        ? seen
        : Version.newBuilder(content).setFetched(seen.getFetched()).build();
  }

  /** What the replay made of the same record; null if it made nothing of it that others see. */
  private @Nullable Version at(Version seen) {
    @Nullable Version same = null;
    for (Version version : replayed) {
      boolean closer = same == null || version.getPage() == seen.getPage();
      if (version.getFetched().equals(seen.getFetched()) && closer) {
        same = version;
      }
    }
    return same;
  }

  private static List<Version> bare(Article article) {
    Collection<Version> versions = article.getVersions();
    return versions.stream()
        .map(v -> Version.newBuilder(v).setChanges(List.of()).setChangesCut(false).build())
        .toList();
  }
}
