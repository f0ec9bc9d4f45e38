package newswire.enrich.relate;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import newswire.enrich.rows.Member;
import newswire.enrich.rows.Row;
import newswire.enrich.rows.Rows;
import newswire.schemas.avro.Relation;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * What was decided of the articles in the index, and who hangs on whom.
 *
 * @param relations by article id
 * @param copies (parent's id, effective, id) of every article with a parent
 * @param members (story, effective, id) of every article
 */
record Kinship(Rows<Relation> relations, Rows<byte[]> copies, Rows<byte[]> members) {

  private static final int ALL = Integer.MAX_VALUE;

  @Nullable Relation of(String id) {
    return relations.get(Row.ofId(id));
  }

  void decide(Member member, Relation relation) {
    forget(member.id());
    relations.put(Row.ofId(member.id()), relation);
    members.put(row(relation.getStory(), member), Row.NOTHING);
    relation.getParent().ifPresent(parent -> copies.put(row(parent, member), Row.NOTHING));
  }

  /** Of an article as it was when it was decided. */
  void forget(String id) {
    @Nullable Relation before = relations.get(Row.ofId(id));
    if (before == null) {
      return;
    }
    Member then = new Member(before.getEffective().toEpochMilli(), id);
    relations.delete(Row.ofId(id));
    members.delete(row(before.getStory(), then));
    before.getParent().ifPresent(parent -> copies.delete(row(parent, then)));
  }

  /** The articles whose parent this one is. */
  SortedSet<Member> copies(String id) {
    return new TreeSet<>(list(copies, id));
  }

  /** The articles of a story that are in the index, earliest first. */
  List<Member> members(String story) {
    return list(members, story);
  }

  private static Bytes row(String id, Member member) {
    return Row.of(Row.prefix(id), member);
  }

  private static List<Member> list(Rows<byte[]> rows, String id) {
    byte[] prefix = Row.prefix(id);
    return rows.keys(Bytes.wrap(prefix), Row.end(prefix), ALL).stream()
        .map(row -> Row.member(row, prefix.length))
        .toList();
  }
}
