package newswire.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import newswire.sink.intake.Change;
import newswire.sink.intake.Item;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class BacklogTest {

  private static final Item ITEM =
      new Item(new ConsumerRecord<>("t", 0, 104, null, null), new Change.Refused("سبب", ""));

  /** Otherwise whoever else is given the partition would begin where no range ends. */
  @Test
  void aRangeBeginsWhereTheLastOneEndsWhateverMarksLieBetween() {
    Backlog backlog = new Backlog(Dataset.ARTICLES, 100);
    backlog.add(List.of(), 104);
    backlog.clear();

    assertThat(backlog.stored()).isEqualTo(100);
    assertThat(backlog.done()).isEqualTo(104);

    backlog.add(List.of(ITEM), 105);
    assertThat(backlog.stored()).isEqualTo(100);
    backlog.clear();
    assertThat(backlog.stored()).isEqualTo(105);
  }
}
