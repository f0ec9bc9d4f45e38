package newswire.ingest.wire;

import java.util.Locale;
import newswire.schemas.avro.Signal;
import newswire.schemas.avro.Status;

/** What agencies' words for status, signal and urgency mean, whatever vocabulary they are of. */
final class Words {

  private Words() {}

  static Status status(String word) {
    return switch (local(word)) {
      case "", "usable", "embargoed", "published" -> Status.USABLE;
      case "canceled", "cancelled", "killed", "kill", "deleted" -> Status.KILLED;
      default -> Status.WITHHELD;
    };
  }

  static Signal signal(String word) {
    return switch (local(word)) {
      case "kill", "mandatorykill", "delete", "cancel", "canceled", "cancelled" -> Signal.KILL;
      case "withhold", "withheld", "hold" -> Signal.WITHHOLD;
      case "correction", "corrective", "corrected", "rectify" -> Signal.CORRECTION;
      case "update", "updated", "writethru" -> Signal.UPDATE;
      default -> Signal.NONE;
    };
  }

  static int urgency(String text) {
    String digits = text.strip();
    return digits.length() == 1 && digits.charAt(0) >= '1' && digits.charAt(0) <= '9'
        ? digits.charAt(0) - '0'
        : 0;
  }

  /** The code in {@code stat:usable} or {@code http://cv.iptc.org/newscodes/pubstatus/usable}. */
  private static String local(String word) {
    String text = word.strip().toLowerCase(Locale.ROOT);
    int start = Math.max(text.lastIndexOf(':'), text.lastIndexOf('/'));
    return text.substring(start + 1).replaceAll("[\\s_-]", "");
  }
}
