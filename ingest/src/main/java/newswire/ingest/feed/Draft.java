package newswire.ingest.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import newswire.schemas.avro.Enclosure;
import newswire.schemas.avro.FeedEntry;
import newswire.text.ClaimedTime;
import org.jspecify.annotations.Nullable;

/**
 * A feed or an entry as it is being read; every text is bounded, so that an article fits into a
 * record.
 */
final class Draft {

  static final int LONGEST_SUMMARY = 100_000;
  static final int LONGEST_CONTENT = 500_000;
  private static final int LONGEST_ADDRESS = 4_000;
  private static final int LONGEST_NAME = 500;
  private static final int MOST_NAMES = 100;

  String guid = "";

  /** Absolute; empty if there is none for HTTP. */
  String link = "";

  /** As given. */
  String linkGiven = "";

  TextValue title = TextValue.NONE;
  TextValue subtitle = TextValue.NONE;
  TextValue summary = TextValue.NONE;
  TextValue rights = TextValue.NONE;
  String generator = "";
  String comments = "";
  String language = "";
  String published = "";
  String updated = "";
  String created = "";

  /** A time of which the feed does not say what happened then. */
  String dated = "";

  Image image = Image.NONE;

  /** Only of a feed. */
  Announcement announced = Announcement.NONE;

  private final List<TextValue> contents = new ArrayList<>();
  private final Set<Person> authors = new LinkedHashSet<>();
  private final Set<Tag> tags = new LinkedHashSet<>();
  private final List<Enclosure> enclosures = new ArrayList<>();

  void content(TextValue content) {
    if (!content.isEmpty() && contents.size() < MOST_NAMES) {
      contents.add(content);
    }
  }

  void author(Person author) {
    String name = Bounded.text(Markup.plain(author.name(), true), LONGEST_NAME);
    Person person = new Person(name, Bounded.text(author.mail(), LONGEST_NAME));
    if (!person.isEmpty() && authors.size() < MOST_NAMES) {
      authors.add(person);
    }
  }

  void tag(Tag tag) {
    String term = Bounded.text(Markup.plain(tag.term(), true), LONGEST_NAME);
    String label = Bounded.text(Markup.plain(tag.label(), true), LONGEST_NAME);
    if (!(term + label).isEmpty() && tags.size() < MOST_NAMES) {
      tags.add(new Tag(term, Bounded.text(tag.scheme(), LONGEST_NAME), label));
    }
  }

  /** Several subjects in one text, as keywords are written. */
  void tags(String separated) {
    for (String term : Bounded.text(separated, LONGEST_SUMMARY).split("[,،、;]", MOST_NAMES)) {
      tag(new Tag(term.strip(), "", ""));
    }
  }

  void enclosure(Enclosure enclosure) {
    String url = enclosure.getUrl();
    if (!url.isEmpty()
        && url.length() <= LONGEST_ADDRESS
        && enclosures.size() < MOST_NAMES
        && enclosures.stream().noneMatch(e -> e.getUrl().equals(url))) {
      enclosures.add(enclosure);
    }
  }

  List<TextValue> contents() {
    return contents;
  }

  List<Person> authors() {
    return List.copyOf(authors);
  }

  List<Tag> tags() {
    return List.copyOf(tags);
  }

  List<Enclosure> enclosures() {
    return enclosures;
  }

  /** Whether the feed says nothing at all of it. */
  boolean isEmpty() {
    return Stream.of(guid, link, published, updated, dated, created).allMatch(String::isEmpty)
        && Stream.of(title, subtitle, summary, rights).allMatch(TextValue::isEmpty)
        && comments.isEmpty()
        && image.isEmpty()
        && Stream.of(contents, authors, tags, enclosures).allMatch(c -> c.isEmpty());
  }

  FeedEntry entry() {
    String claimed =
        Stream.of(published, dated, created).filter(t -> !t.isEmpty()).findFirst().orElse("");
    ClaimedTime time = ClaimedTime.read(claimed);
    @Nullable Instant changed = ClaimedTime.read(updated).instant();
    String content = contents.isEmpty() ? "" : contents.get(0).value();
    return FeedEntry.newBuilder()
        .setGuid(Bounded.text(guid.isEmpty() ? link : guid, LONGEST_ADDRESS))
        .setLink(link.length() > LONGEST_ADDRESS ? "" : link)
        .setTitle(title.plain())
        .setSummary(Bounded.text(summary.value(), LONGEST_SUMMARY))
        .setContent(Bounded.text(content, LONGEST_CONTENT))
        .setAuthors(
            authors.stream().map(a -> a.name().isEmpty() ? a.mail() : a.name()).distinct().toList())
        .setCategories(tags.stream().map(Tag::name).distinct().toList())
        .setPublishedText(Bounded.text(claimed, LONGEST_NAME))
        .setPublished(time.instant())
        .setPublishedPrecision(time.precision())
        .setUpdated(changed)
        .setEnclosures(List.copyOf(enclosures))
        .setComments(comments.length() > LONGEST_ADDRESS ? "" : comments)
        .setLanguage(Bounded.text(language, LONGEST_NAME))
        .build();
  }
}
