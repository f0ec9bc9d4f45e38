package newswire.app;

import java.util.Optional;
import newswire.schemas.avro.Disposition;

/**
 * Says which records must not be sent again.
 *
 * @param mostAttempts how often a record may have failed
 * @param force whether what a person can overrule is overruled
 */
record Guard(int mostAttempts, boolean force) {

  static final int MOST_ATTEMPTS = 3;

  /** Why the record of a letter is not to be sent, in one sentence; empty if it may be. */
  Optional<String> refusal(Letter letter, Destinations destinations) {
    return impossible(letter, destinations)
        .or(() -> force ? Optional.empty() : unwise(letter, destinations));
  }

  private static Optional<String> impossible(Letter letter, Destinations destinations) {
    if (!letter.isOfARecord()) {
      return Optional.of("it never was a record: mend it and put it in again where it came from");
    }
    return destinations.has(letter)
        ? Optional.empty()
        : Optional.of("its topic " + letter.head().getTopic() + " does not exist");
  }

  private Optional<String> unwise(Letter letter, Destinations destinations) {
    if (letter.state() != Letter.State.OPEN) {
      return letter.last().map(Guard::already);
    }
    int attempts = letter.head().getAttempts();
    if (attempts >= mostAttempts) {
      return Optional.of(
          "it has failed "
              + (attempts == 1 ? "once" : attempts + " times")
              + ": mend the cause, then --force sends it once more");
    }
    return destinations
        .successor(letter)
        .map(offset -> "a later record of its key, at offset " + offset + ", has taken its place");
  }

  private static String already(Disposition done) {
    return "already " + LetterText.done(done);
  }
}
