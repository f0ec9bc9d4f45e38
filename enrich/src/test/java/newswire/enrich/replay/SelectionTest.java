package newswire.enrich.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class SelectionTest {

  private static final long FAR = 5_000_000_000L;
  private static final TopicPartition A = new TopicPartition("raw", 0);
  private static final TopicPartition B = new TopicPartition("raw", 1);
  private static final TopicPartition C = new TopicPartition("sketches", 4);

  private static Selection some() {
    Selection selection = new Selection();
    selection.add(A, new long[] {FAR + 70, FAR, FAR + 3});
    selection.add(B, new long[0]);
    selection.add(C, new long[] {0});
    return selection;
  }

  @Test
  void takesWhatWasAddedAndNothingElse() {
    Selection selection = some();

    assertThat(selection.takes("raw", 0, FAR)).isTrue();
    assertThat(selection.takes("raw", 0, FAR + 1)).isFalse();
    assertThat(selection.takes("raw", 0, FAR + 70)).isTrue();
    assertThat(selection.takes("raw", 0, FAR + 71)).isFalse();
    assertThat(selection.takes("raw", 0, FAR - 1)).isFalse();
    assertThat(selection.takes("raw", 0, Long.MAX_VALUE)).isFalse();
    assertThat(selection.takes("raw", 1, 0)).isFalse();
    assertThat(selection.takes("raw", 4, 0)).isFalse();
    assertThat(selection.takes("sketches", 4, 0)).isTrue();
  }

  @Test
  void countsWhatLiesBeforeAPlace() {
    Selection selection = some();

    assertThat(selection.size()).isEqualTo(4);
    assertThat(selection.before(A, 0)).isZero();
    assertThat(selection.before(A, FAR + 3)).isEqualTo(1);
    assertThat(selection.before(A, FAR + 4)).isEqualTo(2);
    assertThat(selection.before(A, Long.MAX_VALUE)).isEqualTo(3);
    assertThat(selection.before(B, FAR)).isZero();
  }

  @Test
  void isReadAsItWasWritten() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    some().write(new DataOutputStream(bytes));

    Selection read = read(bytes.toByteArray());

    assertThat(read.partitions()).containsExactly(A, C);
    assertThat(read.start(A)).isEqualTo(FAR);
    assertThat(read.end(A)).isEqualTo(FAR + 71);
    assertThat(read.takes("raw", 0, FAR + 3)).isTrue();
    assertThat(read.size()).isEqualTo(4);
    byte[] cut = Arrays.copyOf(bytes.toByteArray(), bytes.size() - 1);
    assertThatThrownBy(() -> read(cut)).isInstanceOf(IOException.class);
  }

  private static Selection read(byte[] bytes) throws IOException {
    return Selection.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }
}
