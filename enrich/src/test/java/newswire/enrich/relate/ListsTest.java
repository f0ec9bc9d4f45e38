package newswire.enrich.relate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import newswire.enrich.rows.Member;
import newswire.enrich.rows.MemoryRows;
import org.junit.jupiter.api.Test;

class ListsTest {

  private static final long SEED = 20261130;
  private static final byte[] PREFIX = {0, 0, 1, 2, 0};
  private static final byte[] NEXT = {0, 0, 1, 2, 1};

  @Test
  void saysTheSameOfAListAtHandAsOfItsRows() {
    Random random = new Random(SEED);
    Lists lists = new Lists(new MemoryRows<>());
    TreeSet<Member> expected = new TreeSet<>();
    for (int i = 0; i < 2_000; i++) {
      Member member = new Member(random.nextInt(200) - 100, "статья-" + random.nextInt(5));
      lists.add(NEXT, member);
      if (random.nextInt(3) == 0) {
        lists.remove(PREFIX, member);
        expected.remove(member);
      } else {
        lists.add(PREFIX, member);
        expected.add(member);
      }
      long from = random.nextInt(200) - 100;
      long to = from + random.nextInt(60);
      List<Member> wanted = new ArrayList<>();
      expected.stream()
          .filter(m -> m.effective() >= from && m.effective() < to)
          .forEach(wanted::add);
      assertThat(lists.between(PREFIX, from, to)).isEqualTo(wanted);
      assertThat(lists.has(PREFIX, member)).isEqualTo(expected.contains(member));
    }
  }

  @Test
  void findsTheFirstOfASpan() {
    Lists lists = new Lists(new MemoryRows<>());
    Member one = new Member(5, "خبر");
    lists.add(PREFIX, one);
    lists.add(PREFIX, new Member(7, "新闻"));

    assertThat(lists.first(PREFIX, 0, 10)).isEqualTo(one);
    assertThat(lists.first(PREFIX, 6, 7)).isNull();
  }
}
