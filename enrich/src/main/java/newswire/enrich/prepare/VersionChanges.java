package newswire.enrich.prepare;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import newswire.enrich.prepare.VersionTexts.Text;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Change;
import newswire.schemas.avro.ChangedPart;
import newswire.schemas.avro.Version;
import newswire.text.diff.TextDiff;
import org.jspecify.annotations.Nullable;

/**
 * Lists what differs between each version and the one before it. Like is compared with like: the
 * first text of a page differs from the feed's because more of the article was read, not because
 * its publisher changed it, and lists nothing.
 *
 * <p>The lists are bounded, those of the latest versions coming first; a change is listed whole or
 * not at all.
 */
final class VersionChanges {

  static final int MOST_BYTES = 16_000;
  static final int MOST_BYTES_TOGETHER = 40_000;

  // Beside its texts a change takes its position, its part and the lengths.
  private static final int BYTES_EACH = 12;

  private static final Version UNKNOWN = new Version("", Instant.EPOCH, false, List.of(), true);

  private VersionChanges() {}

  /**
   * The article with the changes of its versions.
   *
   * @param published as {@link Versions#published} made it
   * @param observations that it was made of
   * @param texts by content hash, as far as they are known
   * @param elsewhere what changed between versions whose texts are not known, as {@link #byPair}
   *     has it
   */
  static Article listed(
      Article published,
      List<Version> observations,
      Map<String, Text> texts,
      Map<List<String>, Version> elsewhere) {
    List<Version> versions = published.getVersions();
    if (versions.size() < 2) {
      return published;
    }
    Optional<Version> firstOfPage = observations.stream().filter(Version::getPage).findFirst();
    List<Version> listed = new ArrayList<>();
    int room = MOST_BYTES_TOGETHER;
    for (int i = versions.size() - 1; i > 0; i--) {
      Version version = versions.get(i);
      if (firstOfPage.filter(version::equals).isPresent()) {
        listed.add(version);
        continue;
      }
      @Nullable Text before = texts.get(versions.get(i - 1).getContentHash());
      boolean last = i == versions.size() - 1;
      @Nullable Text now = last ? Text.of(published) : texts.get(version.getContentHash());
      Version told = elsewhere.getOrDefault(pair(versions, i), UNKNOWN);
      boolean unknown = before == null || now == null;
      List<Change> changes =
          before == null || now == null ? told.getChanges() : changes(before, now);
      List<Change> fitting = fitting(changes, Math.min(room, MOST_BYTES));
      for (Change change : fitting) {
        room -= bytes(change);
      }
      boolean cut = (unknown && told.getChangesCut()) || fitting.size() < changes.size();
      listed.add(Version.newBuilder(version).setChanges(fitting).setChangesCut(cut).build());
    }
    listed.add(versions.get(0));
    Collections.reverse(listed);
    return Article.newBuilder(published).setVersions(listed).build();
  }

  /** Versions that say what they changed, by their content hash and the one before it. */
  static Map<List<String>, Version> byPair(List<Version> versions) {
    Map<List<String>, Version> byPair = new HashMap<>();
    for (int i = 1; i < versions.size(); i++) {
      byPair.put(pair(versions, i), versions.get(i));
    }
    return byPair;
  }

  private static List<String> pair(List<Version> versions, int place) {
    return List.of(versions.get(place - 1).getContentHash(), versions.get(place).getContentHash());
  }

  private static List<Change> changes(Text before, Text now) {
    List<Change> changes = new ArrayList<>();
    add(ChangedPart.TITLE, TextDiff.of(before.title(), now.title()), changes);
    add(ChangedPart.TEXT, TextDiff.of(before.text(), now.text()), changes);
    return changes;
  }

  private static void add(ChangedPart part, List<TextDiff.Change> from, List<Change> to) {
    for (TextDiff.Change change : from) {
      to.add(new Change(part, change.position(), change.removed(), change.added()));
    }
  }

  private static List<Change> fitting(List<Change> changes, int room) {
    List<Change> fitting = new ArrayList<>();
    int left = room;
    for (Change change : changes) {
      int bytes = bytes(change);
      if (bytes <= left) {
        fitting.add(change);
        left -= bytes;
      }
    }
    return fitting;
  }

  private static int bytes(Change change) {
    return BYTES_EACH
        + change.getRemoved().getBytes(StandardCharsets.UTF_8).length
        + change.getAdded().getBytes(StandardCharsets.UTF_8).length;
  }
}
