package newswire.sink.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;

/**
 * A table without a key into which triggers write every article that a committed transaction tried
 * to write, and every move of an offset: what is written twice is in it twice, even if the row's
 * revision would have hidden it.
 */
record Audit(PostgresBench bench) {

  static Audit of(PostgresBench bench) {
    String schema = bench.config().schema();
    bench.execute(
        "create table audit (article text);"
            + "create table audit_moves (topic text, partition int, from_offset bigint,"
            + " to_offset bigint);"
            + "create function audit_article() returns trigger language plpgsql as $$ begin"
            + " insert into "
            + schema
            + ".audit values (new.id); return new; end $$;"
            + "create function audit_move() returns trigger language plpgsql as $$ begin"
            + " if old.next_offset <> new.next_offset then insert into "
            + schema
            + ".audit_moves values (new.topic, new.partition, old.next_offset, new.next_offset);"
            + " end if; return new; end $$;"
            + "create trigger audit before insert on articles"
            + " for each row execute function audit_article();"
            + "create trigger audit after update on sink_offsets"
            + " for each row execute function audit_move();");
    return new Audit(bench);
  }

  /** Makes every transaction stand still between its writes, where a kill hurts most. */
  Audit slow() {
    bench.execute(
        "create function pause() returns trigger language plpgsql as $$ begin"
            + " perform pg_sleep(0.02); return null; end $$;"
            + "create trigger pause after insert on articles"
            + " for each statement execute function pause();"
            + "create trigger pause after update on sink_offsets"
            + " for each statement execute function pause();");
    return this;
  }

  long written() {
    return bench.count("audit");
  }

  /** How many of these articles no committed transaction has written. */
  long missing(List<String> ids) {
    return new HashSet<>(ids).size()
        - bench.column("select distinct article from audit").stream()
            .filter(new HashSet<>(ids)::contains)
            .count();
  }

  /** How many articles committed transactions have written more than once. */
  long doubled() {
    return bench.count("(select article from audit group by article having count(*) > 1) doubled");
  }

  /** How many transactions were rolled back cannot be seen here: only what was committed can. */
  void assertEachOnce(List<String> ids) {
    assertThat(bench.column("select article from audit"))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(ids);
    assertThat(bench.ids()).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(
            bench.column(
                "select topic || ' ' || partition from audit_moves"
                    + " group by topic, partition"
                    + " having sum(to_offset - from_offset) <> max(to_offset)"))
        .as("partitions whose moves leave a gap or overlap")
        .isEmpty();
  }
}
