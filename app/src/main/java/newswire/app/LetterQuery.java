package newswire.app;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import newswire.schemas.Topics;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose among dead letters; all that are given must hold. */
final class LetterQuery {

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Its reason or exception has these words, in capitals or not.")
  private @Nullable String reason;

  @Option(names = "--source", paramLabel = "ID", description = "The source that it is of.")
  private @Nullable String source;

  @Option(
      names = "--stage",
      paramLabel = "STAGE",
      description = "The part that gave up, such as prepare.page, or its beginning: prepare.")
  private @Nullable String stage;

  @Option(
      names = "--schema",
      paramLabel = "NAME",
      description = "The schema of the record's value, as list prints it.")
  private @Nullable String schema;

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = "The topic that the record lay in, such as raw.")
  private @Nullable String topic;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = Moment.class,
      description = "Written then or later: an instant, or a time ago such as 2h.")
  private @Nullable Instant since;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = Moment.class,
      description = "Written before that.")
  private @Nullable Instant until;

  @Option(names = "--limit", paramLabel = "N", description = "At most so many, the oldest first.")
  private @Nullable Integer limit;

  boolean isEmpty() {
    return reason == null
        && source == null
        && stage == null
        && schema == null
        && topic == null
        && since == null
        && until == null
        && limit == null;
  }

  /** The letters of these that are meant, in their order. */
  List<Letter> among(LetterBox box, Topics topics, Predicate<Letter> also) {
    check();
    Pattern words =
        Pattern.compile(
            Pattern.quote(requireNonNullElse(reason, "")),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    String name = topic == null ? "" : topicName(box, topics, topic);
    return box.letters().values().stream()
        .filter(also)
        .filter(letter -> hasReason(letter, words))
        .filter(letter -> source == null || letter.content().source().equals(source))
        .filter(letter -> stage == null || isStage(letter.head().getStage(), stage))
        .filter(letter -> schema == null || letter.content().schema().equals(schema))
        .filter(letter -> topic == null || letter.head().getTopic().equals(name))
        .filter(letter -> since == null || !letter.at().time().isBefore(since))
        .filter(letter -> until == null || letter.at().time().isBefore(until))
        .limit(requireNonNullElse(limit, Integer.MAX_VALUE))
        .toList();
  }

  /** Refuses what can never hold. */
  void check() {
    if (limit != null && limit < 1) {
      throw Exit.usage("--limit is 1 or more, not " + limit);
    }
    if (since != null && until != null && !since.isBefore(until)) {
      throw Exit.usage("--since " + since + " is not before --until " + until);
    }
    if (reason != null && reason.isBlank()) {
      throw Exit.usage("--reason needs a word to look for");
    }
  }

  private static boolean hasReason(Letter letter, Pattern words) {
    return words.matcher(letter.head().getReason()).find()
        || words.matcher(letter.head().getException()).find();
  }

  private static boolean isStage(String stage, String wanted) {
    return stage.equals(wanted) || stage.startsWith(wanted.endsWith(".") ? wanted : wanted + ".");
  }

  private static String topicName(LetterBox box, Topics topics, String name) {
    TreeSet<String> known =
        box.letters().values().stream()
            .map(letter -> letter.head().getTopic())
            .filter(topic -> !topic.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    topics.all().forEach(topic -> known.add(topic.name()));
    String full = topics.named(name).map(topic -> topic.name()).findFirst().orElse(name);
    if (!known.contains(full)) {
      throw Exit.usage("no topic is called '" + name + "'; there are " + String.join(", ", known));
    }
    return full;
  }
}
