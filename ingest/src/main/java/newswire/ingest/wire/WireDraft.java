package newswire.ingest.wire;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import newswire.schemas.avro.FeedEntry;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.Signal;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.WireItem;
import newswire.text.ClaimedTime;
import org.jspecify.annotations.Nullable;

/** An item as it is being read; every text is bounded, so that an article fits into a record. */
final class WireDraft {

  private static final int LONGEST_LINE = 2_000;
  private static final int LONGEST_SUMMARY = 100_000;
  private static final int LONGEST_CONTENT = 500_000;
  private static final int MOST_NAMES = 100;
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");

  /** What stands before the name in a byline, in the languages of the larger agencies. */
  private static final Pattern BY =
      Pattern.compile(
          "^(?:by|von|par|por|автор:?|بقلم:?|کاتب:?|作者[:：]?|撰文[:：]?)\\s+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  String guid = "";
  String version = "";
  Status status = Status.USABLE;
  Signal signal = Signal.NONE;
  String sent = "";
  String embargo = "";
  String urgency = "";
  String slugline = "";
  String note = "";
  String copyright = "";
  String usageTerms = "";
  String dataMining = "";
  String provider = "";
  String title = "";
  String summary = "";
  String content = "";
  String published = "";
  String updated = "";
  String language = "";
  private final List<String> authors = new ArrayList<>();
  private final List<String> subjects = new ArrayList<>();

  void author(String name) {
    add(authors, BY.matcher(line(name)).replaceFirst(""));
  }

  boolean hasAuthors() {
    return !authors.isEmpty();
  }

  void subject(String name) {
    add(subjects, line(name));
  }

  private static void add(List<String> names, String name) {
    if (!name.isEmpty() && names.size() < MOST_NAMES && !names.contains(name)) {
      names.add(name);
    }
  }

  /** The more severe of several signals counts. */
  void signal(String word) {
    Signal meant = Words.signal(word);
    signal = meant.compareTo(signal) > 0 ? meant : signal;
  }

  /** A status that is not known counts as withheld: nothing is published by mistake. */
  void status(String word) {
    status = Words.status(word);
  }

  /** An embargo without an end lasts until a later version lifts it. */
  void embargoed(String until) {
    embargo = until.strip();
    if (ClaimedTime.read(embargo).instant() == null && status == Status.USABLE) {
      status = Status.WITHHELD;
      note = note.isEmpty() ? "embargoed until further notice" : note;
    }
  }

  /**
   * The article.
   *
   * @param body the bytes it was read from
   * @param now when they came
   */
  RawArticle article(byte[] body, String contentType, Instant now) throws UnreadableWire {
    if (guid.isBlank()) {
      throw new UnreadableWire("an item without an id");
    }
    if (!isOrder() && title.isBlank() && content.isBlank() && summary.isBlank()) {
      throw new UnreadableWire("an item with neither headline nor text");
    }
    @Nullable Instant claimed = ClaimedTime.read(sent).instant();
    Instant time = claimed == null || claimed.isAfter(now) ? now : claimed;
    return RawArticle.newBuilder()
        .setSourceId(WireReader.SOURCE)
        .setSourceName(provider.isBlank() ? WireReader.SOURCE : line(provider))
        .setItemId(line(guid))
        .setFetched(time)
        .setCaptured(claimed == null ? null : time)
        .setContentType(contentType)
        .setBody(ByteBuffer.wrap(body))
        .setEntry(entry())
        .setWire(item(claimed))
        .build();
  }

  private FeedEntry entry() {
    ClaimedTime time = ClaimedTime.read(published);
    return FeedEntry.newBuilder()
        .setGuid(line(guid))
        .setTitle(headline())
        .setSummary(bounded(summary.strip(), LONGEST_SUMMARY))
        .setContent(bounded(content.strip(), LONGEST_CONTENT))
        .setAuthors(List.copyOf(authors))
        .setCategories(List.copyOf(subjects))
        .setPublishedText(line(published))
        .setPublished(time.instant())
        .setPublishedPrecision(time.precision())
        .setUpdated(ClaimedTime.read(updated).instant())
        .setLanguage(line(language))
        .build();
  }

  /** A kill may say nothing but what it kills, and still has to be an article's version. */
  private String headline() {
    Stream<String> names = Stream.of(title, slugline);
    Stream<String> orders = status == Status.USABLE ? Stream.of() : Stream.of(note, guid);
    return Stream.concat(names, orders)
        .map(WireDraft::line)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("");
  }

  private WireItem item(@Nullable Instant claimed) {
    return WireItem.newBuilder()
        .setGuid(line(guid))
        .setVersion(line(version))
        .setStatus(ordered())
        .setSignal(signal)
        .setSent(claimed)
        .setEmbargoUntil(ClaimedTime.read(embargo).instant())
        .setUrgency(Words.urgency(urgency))
        .setSlugline(line(slugline))
        .setNote(line(note))
        .setCopyright(line(copyright))
        .setUsageTerms(line(usageTerms))
        .setDataMining(line(dataMining))
        .build();
  }

  /** Whether it says something of its earlier versions that counts even without a text. */
  boolean isOrder() {
    return ordered() != Status.USABLE;
  }

  private Status ordered() {
    if (status == Status.KILLED || signal == Signal.KILL) {
      return Status.KILLED;
    }
    return signal == Signal.WITHHOLD ? Status.WITHHELD : status;
  }

  private static String line(String text) {
    return bounded(SPACES.matcher(text).replaceAll(" ").strip(), LONGEST_LINE);
  }

  private static String bounded(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end);
  }
}
