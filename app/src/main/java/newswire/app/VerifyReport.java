package newswire.app;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import newswire.app.Recount.Finding;
import newswire.app.Tally.Fate;

/** What a recount has found, for people and for programs. */
final class VerifyReport {

  private VerifyReport() {}

  static String text(List<Recount<?>> recounts) {
    StringBuilder text = new StringBuilder();
    TextTable topics = table("topic");
    for (Recount<?> recount : recounts) {
      if (recount.isBegun()) {
        row(topics, recount.name(), recount.all());
      }
    }
    text.append(topics);
    for (Recount<?> recount : recounts) {
      if (recount.isBegun()) {
        details(recount, text);
      } else {
        text.append('\n').append(recount.name()).append(": no sink has stored any\n");
      }
    }
    boolean even = recounts.stream().allMatch(recount -> recount.all().isEven());
    return text.append(even ? "\nnothing is missing, nothing is extra\n" : "").toString();
  }

  private static void details(Recount<?> recount, StringBuilder text) {
    TextTable partitions = table(recount.name() + ", partition");
    recount.byPartition().forEach((partition, tally) -> row(partitions, partition, tally));
    text.append('\n').append(partitions);
    uneven(recount.name() + ", day", recount.byDay(), text);
    uneven(recount.name() + ", language", recount.byLanguage(), text);
    if (!recount.findings().isEmpty()) {
      TextTable findings = new TextTable("", "id", "partition", "offset");
      for (Finding finding : recount.findings()) {
        Object offset = finding.offset() < 0 ? "-" : finding.offset();
        findings.row(name(finding.fate()), finding.id(), finding.partition(), offset);
      }
      text.append('\n').append(findings);
    }
  }

  private static void uneven(String of, Map<String, Tally> tallies, StringBuilder text) {
    if (tallies.values().stream().allMatch(Tally::isEven)) {
      return;
    }
    TextTable table = table(of);
    tallies.forEach(
        (name, tally) -> {
          if (!tally.isEven()) {
            row(table, name.isEmpty() ? "-" : name, tally);
          }
        });
    text.append('\n').append(table);
  }

  private static TextTable table(String of) {
    return new TextTable(of, "in", "stored", "superseded", "removed", "dead", "missing", "extra");
  }

  private static void row(TextTable table, Object of, Tally tally) {
    table.row(
        of,
        tally.in(),
        tally.of(Fate.STORED),
        tally.of(Fate.SUPERSEDED),
        tally.of(Fate.REMOVED),
        tally.of(Fate.DEAD),
        tally.of(Fate.MISSING),
        tally.of(Fate.EXTRA));
  }

  private static String name(Fate fate) {
    return fate.name().toLowerCase(Locale.ROOT);
  }

  /** Writes {@code {even, topics: [...]}} with every partition, day and language. */
  static void write(List<Recount<?>> recounts, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeBooleanField("even", recounts.stream().allMatch(recount -> recount.all().isEven()));
    json.writeArrayFieldStart("topics");
    for (Recount<?> recount : recounts) {
      json.writeStartObject();
      json.writeStringField("topic", recount.name());
      counts(recount.all(), json);
      json.writeArrayFieldStart("partitions");
      for (Map.Entry<Integer, Tally> partition : recount.byPartition().entrySet()) {
        json.writeStartObject();
        json.writeNumberField("partition", partition.getKey());
        json.writeNumberField("next_offset", recount.upTo().getOrDefault(partition.getKey(), 0L));
        counts(partition.getValue(), json);
        json.writeEndObject();
      }
      json.writeEndArray();
      tallies("days", "day", recount.byDay(), json);
      tallies("languages", "language", recount.byLanguage(), json);
      findings(recount.findings(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void tallies(
      String field, String key, Map<String, Tally> tallies, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart(field);
    for (Map.Entry<String, Tally> tally : tallies.entrySet()) {
      json.writeStartObject();
      json.writeStringField(key, tally.getKey());
      counts(tally.getValue(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void counts(Tally tally, JsonGenerator json) throws IOException {
    json.writeNumberField("in", tally.in());
    for (Fate fate : Fate.values()) {
      json.writeNumberField(name(fate), tally.of(fate));
    }
  }

  private static void findings(List<Finding> findings, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("samples");
    for (Finding finding : findings) {
      json.writeStartObject();
      json.writeStringField("what", name(finding.fate()));
      json.writeStringField("id", finding.id());
      json.writeNumberField("partition", finding.partition());
      if (finding.offset() >= 0) {
        json.writeNumberField("offset", finding.offset());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
