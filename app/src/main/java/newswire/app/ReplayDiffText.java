package newswire.app;

import java.util.List;
import java.util.Map;
import newswire.schemas.avro.ReplayRun;

/** What differs, for a person to read. */
final class ReplayDiffText {

  private ReplayDiffText() {}

  static String of(ReplayRun run, ReplayDiff diff) {
    Sheet sheet = new Sheet();
    sheet.heading("replay " + run.getName() + " beside live, " + frame(run));
    sheet.table(
        new TextTable("articles", "number")
            .row("equal", diff.same())
            .row("different", diff.different())
            .row("only live", diff.onlyLive())
            .row("only in the replay", diff.onlyReplay())
            .row("later than the replay, not compared", diff.later()));
    fields(sheet, diff);
    for (DiffField field : diff.wanted()) {
      samples(sheet, field.label(), diff.samples(field));
    }
    articles(sheet, "only live", diff.missing());
    articles(sheet, "only in the replay", diff.extra());
    return sheet.toString();
  }

  /** What is compared, in words. */
  static String frame(ReplayRun run) {
    String from = run.getFrom().map(time -> "from " + time).orElse("from the beginning");
    String to = run.getTo().map(time -> " to " + time).orElse(" to the end");
    return from
        + to
        + among(", sites ", run.getSites())
        + among(", languages ", run.getLanguages());
  }

  private static String among(String what, List<String> values) {
    return values.isEmpty() ? "" : what + String.join(" ", values);
  }

  private static void fields(Sheet sheet, ReplayDiff diff) {
    TextTable table = new TextTable("differs in", "articles", "");
    for (DiffField field : diff.wanted()) {
      boolean entities = field == DiffField.ENTITIES;
      String more = diff.entitiesAdded() + " added, " + diff.entitiesLost() + " lost";
      table.row(field.label(), diff.count(field), entities ? more : "");
    }
    sheet.heading("fields").table(table);
  }

  private static void samples(Sheet sheet, String heading, List<ReplayDiff.Sample> samples) {
    if (samples.isEmpty()) {
      return;
    }
    sheet.heading(heading);
    for (ReplayDiff.Sample sample : samples) {
      sheet.line(line(sample.id(), sample.title()));
      sheet.line("  " + Sheet.quoted(sample.change().words(), 400));
    }
  }

  private static void articles(Sheet sheet, String heading, Map<String, String> titles) {
    if (!titles.isEmpty()) {
      sheet.heading(heading);
      titles.forEach((id, title) -> sheet.line(line(id, title)));
    }
  }

  private static String line(String id, String title) {
    return id + "  " + (title.isEmpty() ? "(no title to show)" : title);
  }
}
