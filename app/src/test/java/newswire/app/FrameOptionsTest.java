package newswire.app;

import static org.assertj.core.api.Assertions.assertThat;

import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.ReplayRun;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FrameOptionsTest {

  static {
    TrustedRecords.register();
  }

  @Test
  void takesTagsAsTheyAreDetected() {
    FrameOptions frame =
        CommandLine.populateCommand(new FrameOptions(), "--lang", "sr-latn,AR", "--lang", "ar");

    ReplayRun run = frame.addTo(ReplayRun.newBuilder()).build();

    assertThat(run.getLanguages()).containsExactly("ar", "sr-Latn");
    assertThat(frame.differences(run)).isEmpty();
  }
}
