package newswire.enrich.relate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import newswire.enrich.rows.Member;
import newswire.enrich.rows.Row;
import newswire.enrich.rows.Rows;
import newswire.schemas.ArticleId;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.Sketch;
import newswire.schemas.avro.Story;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Tells the stories that have changed. A large one is put off until {@link #tellAll}, so that it is
 * not written anew with every article that joins it: when it is told does not change what it says.
 */
final class Telling {

  /** Articles of the greatest story that is told at once. */
  static final int SMALL = 32;

  private static final int ALL = Integer.MAX_VALUE;

  private final State state;
  private final Desk rows;
  private final SortedSet<String> stories = new TreeSet<>();
  private final SortedSet<String> articles = new TreeSet<>();

  /**
   * What is kept between records, each by story id.
   *
   * @param remnants what the articles were that have left the index by age
   * @param told a hash of what was told last
   * @param untold those that are put off
   */
  record Desk(Rows<Story> remnants, Rows<byte[]> told, Rows<byte[]> untold) {}

  /**
   * A story as it is now.
   *
   * @param story null if there is no such story any more
   */
  record StoryChange(String id, @Nullable Story story) {}

  Telling(State state, Desk rows) {
    this.state = state;
    this.rows = rows;
  }

  /** The stories of an article, and those that tell of them in other languages, may be others. */
  void changed(@Nullable Relation before, Relation after) {
    if (before != null) {
      stories.add(before.getStory());
      before.getCounterpart().ifPresent(articles::add);
    }
    stories.add(after.getStory());
    after.getCounterpart().ifPresent(articles::add);
    state.forest().counterparts(after.getArticleId()).forEach(other -> articles.add(other.id()));
  }

  /** An article that is not in the index; it may have left it by age. */
  void killed(String article) {
    for (Bytes row : rows.remnants().keys(Row.FIRST, Row.LAST, ALL)) {
      @Nullable Story remnant = rows.remnants().get(row);
      if (remnant != null && remnant.getArticles().contains(article)) {
        stories.add(Row.idOf(row));
      }
    }
  }

  /** What has changed since the last time, but for large stories, ordered by id. */
  List<StoryChange> tell() {
    List<StoryChange> changes = new ArrayList<>();
    for (String article : articles) {
      @Nullable Relation relation = state.kinship().of(article);
      if (relation != null) {
        stories.add(relation.getStory());
      }
    }
    for (String story : stories) {
      List<Member> members = state.kinship().members(story);
      if (members.size() > SMALL) {
        putOff(Row.ofId(story));
      } else {
        tell(story, members, changes);
      }
    }
    stories.clear();
    articles.clear();
    return changes;
  }

  private void putOff(Bytes story) {
    if (rows.untold().get(story) == null) {
      rows.untold().put(story, Row.NOTHING);
    }
  }

  /** All that is put off, ordered by id. */
  List<StoryChange> tellAll() {
    List<StoryChange> changes = tell();
    for (Bytes row : rows.untold().keys(Row.FIRST, Row.LAST, ALL)) {
      String story = Row.idOf(row);
      rows.untold().delete(row);
      tell(story, state.kinship().members(story), changes);
    }
    return changes;
  }

  /** These articles of a story are about to leave the index. */
  void leaving(String story, List<Member> members) {
    Bytes row = Row.ofId(story);
    rows.remnants().put(row, story(story, rows.remnants().get(row), members));
  }

  /** They have left it. */
  void left(String story) {
    Bytes row = Row.ofId(story);
    if (state.kinship().members(story).isEmpty() && rows.untold().get(row) == null) {
      rows.remnants().delete(row);
      rows.told().delete(row);
    }
  }

  private void tell(String id, List<Member> members, List<StoryChange> changes) {
    Bytes row = Row.ofId(id);
    byte @Nullable [] before = rows.told().get(row);
    @Nullable Story remnant = rows.remnants().get(row);
    if (members.isEmpty() && remnant == null) {
      if (before != null) {
        rows.told().delete(row);
        changes.add(new StoryChange(id, null));
      }
      return;
    }
    Story story = story(id, remnant, members);
    byte[] hash = hash(story);
    if (!Arrays.equals(hash, before)) {
      rows.told().put(row, hash);
      changes.add(new StoryChange(id, story));
    }
  }

  private Story story(String id, @Nullable Story remnant, List<Member> members) {
    List<StoryLine> lines = members.stream().map(this::line).toList();
    return Stories.of(id, remnant, lines, Counterparts.of(state, id, members), state.killed()::has);
  }

  private StoryLine line(Member member) {
    String id = member.id();
    Sketch article =
        Sketch.newBuilder(state.article(id)).setTitle(state.print(id).getTitle()).build();
    @Nullable Relation relation = state.kinship().of(id);
    return new StoryLine(member, article, Objects.requireNonNull(relation), state.killed().has(id));
  }

  private static byte[] hash(Story story) {
    try {
      ByteBuffer bytes = Story.getEncoder().encode(story);
      byte[] copy = new byte[bytes.remaining()];
      bytes.get(copy);
      return Row.ofId(ArticleId.sha256(copy).substring(0, 32)).get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
