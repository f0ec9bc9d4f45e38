package newswire.lake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import newswire.schemas.avro.Status;
import newswire.sink.Newsroom;
import newswire.sink.SinkContract;
import newswire.sink.lake.LakeConfig;
import org.apache.kafka.clients.admin.Admin;

/** A lake with the newsroom that feeds it, read by DuckDB. */
record LakeBench(Newsroom newsroom, Supplier<Lake> lakes, Supplier<DuckDb> reader)
    implements SinkContract.Bench {

  @Override
  public String group() {
    return newsroom.topics().prefix() + "lake";
  }

  @Override
  public LakeSink sink() {
    return sink(Duration.ofMillis(200));
  }

  LakeSink sink(Duration batchAge) {
    LakeConfig config = new LakeConfig(group(), 1 << 20, batchAge, Duration.ofSeconds(1));
    return new LakeSink("sink.lake", config, lakes.get(), newsroom.kafka(), newsroom.topics());
  }

  // The offsets that count are the lake's: forgetting those of the group must change nothing.
  @Override
  public void forgetOffsets() {
    try (Admin admin = Admin.create(newsroom.kafka())) {
      admin.deleteConsumerGroups(List.of(group())).all().get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of what DuckDB reads. */
  List<String> list(String sql) {
    try (DuckDb duck = reader.get()) {
      return duck.list(sql);
    }
  }

  @Override
  public List<String> ids() {
    return list("select id from articles order by id");
  }

  @Override
  public Optional<SinkContract.StoredArticle> article(String id) {
    String from = " from articles where id = '" + id + "'";
    List<List<String>> row;
    try (DuckDb duck = reader.get()) {
      row =
          duck.query(
              "select title, summary, text, language.tag, status,"
                  + " coalesce(epoch_ms(embargo_until)::varchar, ''), revision.counter"
                  + from);
    }
    return row.stream()
        .findFirst()
        .map(
            values ->
                new SinkContract.StoredArticle(
                    values.get(0),
                    values.get(1),
                    values.get(2),
                    list("select unnest(authors)" + from),
                    list("select unnest(subjects)" + from),
                    values.get(3),
                    Status.valueOf(values.get(4)),
                    Optional.of(values.get(5))
                        .filter(millis -> !millis.isEmpty())
                        .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis))),
                    Long.parseLong(values.get(6)),
                    list("select unnest(entities).name" + from),
                    list(
                        "select unnest(entity.mentions).text from (select unnest(entities) as"
                            + " entity"
                            + from
                            + ")")));
  }

  @Override
  public Optional<String> headline(String storyId) {
    return list("select headline from stories where id = '" + storyId + "'").stream().findFirst();
  }

  @Override
  public void close() {
    newsroom.close();
  }
}
