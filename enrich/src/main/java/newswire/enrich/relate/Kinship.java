package newswire.enrich.relate;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import newswire.schemas.avro.Relation;
import org.jspecify.annotations.Nullable;

/**
 * What was decided of the articles in the index, and who hangs on whom.
 *
 * @param relations by article id
 * @param copies (parent's id, effective, id) of every article with a parent
 * @param members (story, effective, id) of every article
 */
record Kinship(Rows<Relation> relations, Rows<String> copies, Rows<String> members) {

  private static final String NOTHING = "";
  private static final String END = "/";
  private static final String AFTER_END = "0";
  private static final int ALL = Integer.MAX_VALUE;

  @Nullable Relation of(String id) {
    return relations.get(id);
  }

  void decide(Member member, Relation relation) {
    forget(member);
    relations.put(member.id(), relation);
    members.put(relation.getStory() + END + member.row(), NOTHING);
    relation.getParent().ifPresent(parent -> copies.put(parent + END + member.row(), NOTHING));
  }

  /** Of a member as it was when it was decided. */
  void forget(Member member) {
    @Nullable Relation before = relations.get(member.id());
    if (before == null) {
      return;
    }
    Member then = new Member(before.getEffective().toEpochMilli(), member.id());
    relations.delete(member.id());
    members.delete(before.getStory() + END + then.row());
    before.getParent().ifPresent(parent -> copies.delete(parent + END + then.row()));
  }

  /** The articles whose parent this one is. */
  SortedSet<Member> copies(String id) {
    return new TreeSet<>(list(copies, id));
  }

  /** The articles of a story that are in the index, earliest first. */
  List<Member> members(String story) {
    return list(members, story);
  }

  private static List<Member> list(Rows<String> rows, String id) {
    int from = (id + END).length();
    return rows.keys(id + END, id + AFTER_END, ALL).stream()
        .map(key -> Member.ofRow(key, from))
        .toList();
  }
}
