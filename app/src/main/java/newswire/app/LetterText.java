package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import newswire.schemas.Letters;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.Disposition;
import newswire.schemas.avro.DispositionKind;
import newswire.schemas.avro.Header;

/** Dead letters for a person to read. */
final class LetterText {

  private static final int CAUSE = 80;
  private static final int NAME = 40;
  private static final int LONGEST = 400;
  private static final int MOST_BYTES = 48;

  private LetterText() {}

  static String groups(List<LetterGroup> groups) {
    TextTable table =
        new TextTable(
            "letters", "first", "last", "stage", "source", "schema", "cause", "one of them");
    for (LetterGroup group : groups) {
      table.row(
          group.letters().size(),
          time(group.first()),
          time(group.last()),
          name(group.likeness().stage()),
          name(group.likeness().source()),
          name(group.likeness().schema()),
          Sheet.quoted(group.likeness().cause(), CAUSE),
          group.letters().get(0).id());
    }
    return table.toString();
  }

  static String each(List<Letter> letters) {
    TextTable table =
        new TextTable("id", "written", "state", "stage", "record", "attempts", "reason");
    for (Letter letter : letters) {
      table.row(
          letter.id(),
          time(letter.at().time()),
          letter.state().word(),
          name(letter.head().getStage()),
          Sheet.quoted(letter.origin(), CAUSE),
          letter.head().getAttempts(),
          Sheet.quoted(letter.head().getReason(), CAUSE));
    }
    return table.toString();
  }

  /** One letter with all that is known of it, but for its value. */
  static String one(Letter letter, DeadLetter full) {
    DeadLetter head = letter.head();
    Sheet sheet = new Sheet().heading("letter " + letter.id());
    sheet.fact("state", letter.state().word());
    sheet.fact("stage", name(head.getStage()));
    sheet.factIfAny("reason", Sheet.quoted(head.getReason(), LONGEST));
    sheet.factIfAny("exception", Sheet.quoted(head.getException(), LONGEST));
    sheet.fact("written", letter.at().time());
    sheet.factIfAny("imported from", Sheet.quoted(head.getImportedFrom(), LONGEST));
    sheet.fact(
        "attempts",
        head.getAttempts()
            + (head.getRedrivenFrom().isEmpty()
                ? ""
                : ", the last redriven from letter " + Sheet.quoted(head.getRedrivenFrom(), NAME)));
    record(sheet, letter, full);
    if (!full.getHeaders().isEmpty()) {
      sheet.heading("headers of the record");
      TextTable table = new TextTable("", "");
      for (Header header : full.getHeaders()) {
        table.row(Sheet.quoted(header.getKey(), NAME), bytes(header.getValue()));
      }
      table.toString().lines().skip(1).forEach(sheet::line);
    }
    if (!letter.done().isEmpty()) {
      sheet.heading("what was done");
      letter.done().forEach(d -> sheet.line(done(d)));
    }
    return sheet.toString();
  }

  private static void record(Sheet sheet, Letter letter, DeadLetter full) {
    DeadLetter head = letter.head();
    sheet.heading(letter.isOfARecord() ? "record" : "body, which never was a record");
    if (letter.isOfARecord()) {
      sheet.fact("place", Sheet.quoted(letter.origin(), LONGEST));
    }
    if (head.getTimestamp().isAfter(Instant.EPOCH)) {
      sheet.fact("time", head.getTimestamp());
    }
    full.getKey().ifPresent(key -> sheet.fact("key", bytes(key)));
    sheet.factIfAny("source", Sheet.quoted(letter.content().source(), LONGEST));
    sheet.factIfAny("address", Sheet.quoted(head.getUrl(), LONGEST));
    if (letter.isOfARecord()) {
      sheet.fact("schema", Sheet.quoted(letter.content().schema(), NAME));
    }
    sheet.fact("value", value(letter));
  }

  private static String value(Letter letter) {
    long held = letter.content().held();
    if (letter.head().getCut()) {
      return "too large for a letter, which has "
          + Sheet.count(held)
          + " of "
          + Sheet.count(letter.head().getValueSize())
          + " bytes";
    }
    return held == 0 ? "none" : Sheet.count(held) + " bytes; --value prints them";
  }

  static String done(Disposition done) {
    String words =
        switch (done.getKind()) {
          case REDRIVEN ->
              "redriven to "
                  + Sheet.quoted(done.getTopic(), LONGEST)
                  + "-"
                  + done.getPartition()
                  + "@"
                  + done.getOffset()
                  + " as attempt "
                  + done.getAttempt();
          case DISCARDED -> "discarded";
          case IMPORTED -> "imported";
          case UNKNOWN -> "unknown";
        };
    String why = Sheet.quoted(done.getWhy(), LONGEST);
    return words
        + " by "
        + Sheet.quoted(done.getBy(), NAME)
        + " on "
        + time(done.getAt())
        + (why.isEmpty() || done.getKind() == DispositionKind.IMPORTED ? "" : ": " + why);
  }

  /** To the second. */
  static String time(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String name(String name) {
    return name.isEmpty() ? "-" : Sheet.quoted(name, NAME);
  }

  private static String bytes(ByteBuffer buffer) {
    try {
      String text = UTF_8.newDecoder().decode(buffer.duplicate()).toString();
      if (text.chars().noneMatch(c -> Character.isISOControl(c))) {
        return Sheet.quoted(text, LONGEST);
      }
    } catch (CharacterCodingException e) { // no text
    }
    byte[] all = Letters.bytes(buffer);
    int shown = Math.min(all.length, MOST_BYTES);
    return "0x"
        + HexFormat.of().formatHex(all, 0, shown)
        + (shown < all.length ? "… (" + all.length + " bytes)" : "");
  }
}
