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
import java.util.function.Predicate;
import newswire.enrich.rows.Member;
import newswire.enrich.rows.Row;
import newswire.enrich.rows.Rows;
import newswire.schemas.ArticleId;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.Story;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Tells the stories that have changed: not with every article that joins one, but from time to
 * time, large ones less often. When a story is told does not change what it says.
 */
final class Telling {

  /** Articles of the greatest story that {@link #tell} tells. */
  static final int SMALL = 32;

  private static final int ALL = Integer.MAX_VALUE;

  private final State state;
  private final Desk rows;
  private final Predicate<Story> wanted;
  private final SortedSet<String> stories = new TreeSet<>();
  private final SortedSet<String> articles = new TreeSet<>();
  private final SortedSet<String> untold = new TreeSet<>();

  /**
   * What is kept between records, each by story id.
   *
   * @param remnants what the articles were that have left the index by age
   * @param told a hash of what was told last
   * @param untold those that have changed since
   */
  record Desk(Rows<Story> remnants, Rows<byte[]> told, Rows<byte[]> untold) {}

  /**
   * A story as it is now.
   *
   * @param story null if there is no such story any more
   */
  record StoryChange(String id, @Nullable Story story) {}

  /**
   * On these rows.
   *
   * @param wanted which stories are told; the others are as if there were none
   */
  Telling(State state, Desk rows, Predicate<Story> wanted) {
    this.state = state;
    this.rows = rows;
    this.wanted = wanted;
    rows.untold().keys(Row.FIRST, Row.LAST, ALL).forEach(row -> untold.add(Row.idOf(row)));
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

  /** Keeps in mind what {@link #changed} has said; after every change, before it is committed. */
  void note() {
    for (String article : articles) {
      @Nullable Relation relation = state.kinship().of(article);
      if (relation != null) {
        stories.add(relation.getStory());
      }
    }
    for (String story : stories) {
      if (untold.add(story)) {
        rows.untold().put(Row.ofId(story), Row.NOTHING);
      }
    }
    stories.clear();
    articles.clear();
  }

  /** What has changed since it was told, but for large stories, ordered by id. */
  List<StoryChange> tell() {
    return tell(SMALL);
  }

  /** All that has changed since it was told, ordered by id. */
  List<StoryChange> tellAll() {
    return tell(ALL);
  }

  private List<StoryChange> tell(int largest) {
    List<StoryChange> changes = new ArrayList<>();
    for (String story : List.copyOf(untold)) {
      List<Member> members = state.kinship().members(story);
      if (members.size() <= largest) {
        untold.remove(story);
        rows.untold().delete(Row.ofId(story));
        tell(story, members, changes);
      }
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
    if (state.kinship().members(story).isEmpty() && !untold.contains(story)) {
      rows.remnants().delete(row);
      rows.told().delete(row);
    }
  }

  private void tell(String id, List<Member> members, List<StoryChange> changes) {
    Bytes row = Row.ofId(id);
    byte @Nullable [] before = rows.told().get(row);
    @Nullable Story remnant = rows.remnants().get(row);
    boolean ended = members.isEmpty() && remnant == null;
    @Nullable Story story = ended ? null : story(id, remnant, members);
    if (story == null || !wanted.test(story)) {
      if (before != null) {
        rows.told().delete(row);
        changes.add(new StoryChange(id, null));
      }
      return;
    }
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
    boolean killed = state.killed().has(id);
    String title = killed ? "" : state.print(id).getTitle();
    Relation relation = Objects.requireNonNull(state.kinship().of(id));
    return new StoryLine(member, title, state.article(id), relation, killed);
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
