package newswire.ingest.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newswire.text.DecodedText;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * When a feed wants to be asked: {@code ttl}, {@code skipHours} and {@code skipDays} of RSS 2.0 and
 * {@code sy:updatePeriod} of RSS 1.0, as far as they stand before the first entry.
 *
 * @param least time between two requests; zero if it does not say
 * @param skipHours of UTC, 0 to 23
 * @param skipDays of UTC
 */
public record Timetable(Duration least, Set<Integer> skipHours, Set<DayOfWeek> skipDays) {

  public static final Timetable NONE = new Timetable(Duration.ZERO, Set.of(), Set.of());

  private static final Pattern FIRST_ENTRY =
      Pattern.compile("<(?:[a-zA-Z0-9]+:)?(?:item|entry)[\\s>]");
  private static final int LONGEST_HEAD = 64 * 1024;
  private static final int HOURS = 24;
  private static final int DAYS = 7;
  private static final Map<String, Duration> PERIODS =
      Map.of(
          "hourly", Duration.ofHours(1),
          "daily", Duration.ofDays(1),
          "weekly", Duration.ofDays(7),
          "monthly", Duration.ofDays(30),
          "yearly", Duration.ofDays(365));

  public Timetable {
    skipHours = Set.copyOf(skipHours);
    skipDays = Set.copyOf(skipDays);
  }

  /** What a feed's body says; a pure function. */
  public static Timetable of(byte[] body, @Nullable String contentType) {
    String text = DecodedText.of(body, contentType).text();
    Matcher entry = FIRST_ENTRY.matcher(text);
    int end = Math.min(LONGEST_HEAD, entry.find() ? entry.start() : text.length());
    Parser parser = Parser.xmlParser().settings(ParseSettings.htmlDefault).setMaxDepth(100);
    Document head = parser.parseInput(text.substring(0, end), "");
    Set<Integer> hours = new TreeSet<>();
    for (Element hour : head.select("skiphours > hour")) {
      number(hour).filter(h -> h <= HOURS).ifPresent(h -> hours.add(h % HOURS));
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (Element day : head.select("skipdays > day")) {
      String name = day.text().strip().toUpperCase(Locale.ROOT);
      for (DayOfWeek one : DayOfWeek.values()) {
        if (one.name().equals(name)) {
          days.add(one);
        }
      }
    }
    return new Timetable(least(head), hours, days);
  }

  private static Duration least(Document head) {
    Duration ttl =
        first(head, "ttl")
            .flatMap(Timetable::number)
            .map(Duration::ofMinutes)
            .orElse(Duration.ZERO);
    Duration period =
        first(head, "sy|updateperiod")
            .map(
                e -> PERIODS.getOrDefault(e.text().strip().toLowerCase(Locale.ROOT), Duration.ZERO))
            .orElse(Duration.ZERO);
    int frequency =
        first(head, "sy|updatefrequency").flatMap(Timetable::number).filter(n -> n > 0).orElse(1);
    Duration update = period.dividedBy(frequency);
    return ttl.compareTo(update) > 0 ? ttl : update;
  }

  private static Optional<Element> first(Document head, String query) {
    return Optional.ofNullable(head.selectFirst(query));
  }

  private static Optional<Integer> number(Element element) {
    String text = element.text().strip();
    return text.matches("[0-9]{1,6}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }

  /** The first moment from {@code time} on that is not to be skipped; itself if all are. */
  public Instant firstFrom(Instant time) {
    ZonedDateTime at = time.atZone(ZoneOffset.UTC);
    for (int i = 0; i <= HOURS * (DAYS + 1); i++) {
      if (!skipHours.contains(at.getHour()) && !skipDays.contains(at.getDayOfWeek())) {
        return at.toInstant();
      }
      at = at.truncatedTo(ChronoUnit.HOURS).plusHours(1);
    }
    return time;
  }
}
