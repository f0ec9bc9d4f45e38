package newswire.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Test;

class KafkaExitTest {

  private final List<String> told = new ArrayList<>();
  private final Consumer<String> listener = told::add;

  @Test
  void tellsThePlatformInsteadOfEndingTheProcess() {
    KafkaExit.listen(listener);

    assertThatThrownBy(() -> Exit.halt(1, "all log dirs failed"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Exit.exit(3)).isInstanceOf(IllegalStateException.class);
    KafkaExit.forget(listener);
    assertThatThrownBy(() -> Exit.exit(4)).isInstanceOf(IllegalStateException.class);

    assertThat(told)
        .containsExactly(
            "Kafka stopped itself (status 1, all log dirs failed)",
            "Kafka stopped itself (status 3)");
  }
}
