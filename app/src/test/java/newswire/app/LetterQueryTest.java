package newswire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import newswire.schemas.SchemaRegistry;
import newswire.schemas.Topics;
import newswire.schemas.avro.DeadLetter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class LetterQueryTest {

  @Command
  private static final class Asking {
    @Mixin private LetterQuery query = new LetterQuery();
  }

  private final Topics topics =
      new Topics(Topics.DEFAULT_PREFIX, SchemaRegistry.inMemory("LetterQueryTest"));

  private static String id(int number) {
    return "abcd" + number + "f00d0000000";
  }

  private static Letter letter(int number, String stage, String topic, String reason) {
    DeadLetter head =
        DeadLetter.newBuilder()
            .setStage(stage)
            .setTopic(topic)
            .setReason(reason)
            .setException("java.lang.IllegalStateException: X" + number)
            .build();
    return new Letter(
        id(number),
        new Letter.Place(0, number, Instant.parse("2026-11-23T0" + number + ":00:00Z")),
        head,
        new Letter.Content("RawArticle", "источник" + number % 2, 10),
        List.of());
  }

  private static LetterBox box() {
    Map<String, Letter> letters = new LinkedHashMap<>();
    List.of(
            letter(1, "prepare.page", "newswire.raw.v1", "النص طويل"),
            letter(2, "prepare.size", "newswire.raw.v1", "Страница не найдена"),
            letter(3, "preparedness", "orders", "太长了"),
            letter(4, "ingest.feed", "", "太长了"))
        .forEach(letter -> letters.put(letter.id(), letter));
    return new LetterBox(letters, 0);
  }

  private List<String> ids(String... options) {
    Asking asking = new Asking();
    new CommandLine(asking).parseArgs(options);
    return asking.query.among(box(), topics, letter -> true).stream().map(Letter::id).toList();
  }

  @Test
  void findsByEveryOption() {
    assertThat(ids()).containsExactly(id(1), id(2), id(3), id(4));
    assertThat(ids("--reason", "СТРАНИЦА")).containsExactly(id(2));
    assertThat(ids("--reason", "太长")).containsExactly(id(3), id(4));
    assertThat(ids("--reason", "illegalstate")).hasSize(4);
    assertThat(ids("--source", "источник1")).containsExactly(id(1), id(3));
    assertThat(ids("--stage", "prepare")).containsExactly(id(1), id(2));
    assertThat(ids("--stage", "prepare.size")).containsExactly(id(2));
    assertThat(ids("--schema", "RawArticle")).hasSize(4);
    assertThat(ids("--schema", "no schema")).isEmpty();
    assertThat(ids("--topic", "raw")).containsExactly(id(1), id(2));
    assertThat(ids("--topic", "orders")).containsExactly(id(3));
    assertThat(ids("--since", "2026-11-23T02:00:00Z", "--until", "2026-11-23T03:00:00Z"))
        .containsExactly(id(2));
    assertThat(ids("--limit", "1", "--source", "источник0")).containsExactly(id(2));
  }

  @Test
  void refusesWhatCanNeverHold() {
    assertThatThrownBy(() -> ids("--topic", "خطأ"))
        .isInstanceOf(Exit.class)
        .hasMessageContaining("no topic is called 'خطأ'; there are")
        .hasMessageContaining("newswire.raw.v1")
        .hasMessageContaining("orders");
    assertThatThrownBy(() -> ids("--limit", "0")).isInstanceOf(Exit.class);
    assertThatThrownBy(() -> ids("--reason", " ")).isInstanceOf(Exit.class);
    assertThatThrownBy(
            () -> ids("--since", "2026-11-23T10:00:00Z", "--until", "2026-11-23T10:00:00Z"))
        .isInstanceOf(Exit.class)
        .hasMessageContaining("is not before");
  }

  @Test
  void findsALetterByTheBeginningOfItsId() {
    assertThat(box().find("abcd3").id()).isEqualTo(id(3));
    assertThatThrownBy(() -> box().find("abcd")).hasMessageContaining("4 letters have ids");
    assertThatThrownBy(() -> box().find("ffff")).hasMessageContaining("there is no letter ffff");
    assertThatThrownBy(() -> box().find("abc")).hasMessageContaining("is too short for an id");
    assertThatThrownBy(() -> box().find("")).isInstanceOf(Exit.class);
  }

  @Test
  void putsTogetherWhatFailedAlike() {
    List<LetterGroup> groups =
        LetterGroup.of(
            List.of(
                letter(1, "a", "t", "в строке 7"),
                letter(3, "a", "t", "в строке 12"),
                letter(5, "a", "t", "第3行"),
                letter(2, "a", "t", "в строке 8")));

    assertThat(groups).extracting(group -> group.letters().size()).containsExactly(2, 1, 1);
    assertThat(groups.get(0).likeness().cause()).isEqualTo("в строке #");
    assertThat(groups.get(0).first()).isEqualTo(Instant.parse("2026-11-23T01:00:00Z"));
    assertThat(groups.get(0).last()).isEqualTo(Instant.parse("2026-11-23T03:00:00Z"));
    assertThat(groups.get(1).likeness().cause()).isEqualTo("第#行");
  }
}
