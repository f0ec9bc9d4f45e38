package newswire.enrich.entities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newswire.enrich.Confidence;
import newswire.schemas.avro.Entity;
import newswire.schemas.avro.EntityType;
import newswire.schemas.avro.Mention;
import org.jspecify.annotations.Nullable;

/**
 * Makes entities of the names of one article: those of one entry are one, those unknown to the
 * gazetteer by type and {@link NameKey}, and a bare surname is the person of that full name.
 */
final class Grouping {

  /** A headline gives less to judge by than a text. */
  private static final double TITLE_ONLY = 0.9;

  private final String text;
  private final String language;
  private final List<Group> groups = new ArrayList<>();
  private final Map<String, Group> byKey = new HashMap<>();

  private static final class Group {
    final String key;
    final String name;
    final Tokens words;
    Naming best;
    boolean titled;
    final List<Naming> mentions = new ArrayList<>();

    Group(String key, String name, Naming first) {
      this.key = key;
      this.name = name;
      this.best = first;
      this.words = Tokens.of(name);
    }
  }

  private Grouping(String text, String language) {
    this.text = text;
    this.language = language;
  }

  /** Entities in the order of their first mention in the text, then those of the title alone. */
  static List<Entity> entities(String title, String text, String language, NameFinder.Names names) {
    Grouping grouping = new Grouping(text, language);
    // Full names first, so that a surname finds its person wherever it stands.
    Map<Naming, Group> places = new HashMap<>();
    for (boolean bare : new boolean[] {false, true}) {
      names.text().forEach(name -> grouping.place(name, text, bare, places));
      names.title().forEach(name -> grouping.place(name, title, bare, places));
    }
    names.text().forEach(name -> grouping.mention(name, places));
    return grouping.entities(names, places);
  }

  private void place(Naming name, String in, boolean bare, Map<Naming, Group> places) {
    String written = in.substring(name.start(), name.end());
    boolean isBare =
        name.entry() == null
            && name.type() == EntityType.PERSON
            && Tokens.of(written).size() < (isUnspaced(written) ? 4 : 2);
    if (isBare == bare) {
      Group group = name.entry() == null ? unknown(name, written) : known(name, name.entry());
      places.put(name, group);
    }
  }

  private static boolean isUnspaced(String name) {
    return Letters.kind(name.codePointAt(0)) == Letters.UNSPACED;
  }

  private Group known(Naming name, Entry entry) {
    return byKey.computeIfAbsent(entry.id(), id -> added(new Group("", entry.name(), name)));
  }

  private Group unknown(Naming name, String written) {
    Tokens words = Tokens.of(written);
    for (Group group : groups) {
      boolean same = group.best.type() == name.type() && group.best.entry() == null;
      if (same && Surnames.isSame(words, group.words, language) || isOfPerson(name, words, group)) {
        return group;
      }
    }
    String key = NameKey.of(written, language);
    return byKey.computeIfAbsent(
        name.type() + "\t" + key, any -> added(new Group(key, written, name)));
  }

  private boolean isOfPerson(Naming name, Tokens words, Group group) {
    return name.type() == EntityType.PERSON
        && group.best.type() == EntityType.PERSON
        && Surnames.isPart(words, group.words, language);
  }

  private Group added(Group group) {
    groups.add(group);
    return group;
  }

  private void mention(Naming name, Map<Naming, Group> places) {
    Group group = places.get(name);
    if (group != null) {
      group.mentions.add(name);
      if (name.confidence() > group.best.confidence() && name.entry() != null) {
        group.best = name;
      }
    }
  }

  private List<Entity> entities(NameFinder.Names names, Map<Naming, Group> places) {
    Map<Naming, Mention> mentions = new HashMap<>();
    CodePoints offsets = new CodePoints(text);
    names.text().forEach(name -> mentions.put(name, offsets.mention(name)));
    List<Group> ordered = new ArrayList<>();
    for (List<Naming> part : List.of(names.text(), names.title())) {
      for (Naming name : part) {
        Group group = places.get(name);
        if (group != null && !ordered.contains(group)) {
          ordered.add(group);
        }
      }
    }
    names.title().forEach(name -> markTitled(places.get(name)));
    int most = ordered.stream().mapToInt(group -> group.mentions.size()).max().orElse(1);
    List<Entity> entities = new ArrayList<>(ordered.size());
    for (Group group : ordered) {
      List<Mention> own =
          group.mentions.stream().map(mentions::get).filter(m -> m != null).toList();
      entities.add(entity(group, own, most));
    }
    return entities;
  }

  private static void markTitled(@Nullable Group group) {
    if (group != null) {
      group.titled = true;
    }
  }

  private Entity entity(Group group, List<Mention> mentions, int most) {
    Entry entry = group.best.entry();
    double confidence = mentions.stream().mapToDouble(Mention::getConfidence).max().orElse(0);
    return Entity.newBuilder()
        .setId(entry == null ? null : entry.id())
        .setType(group.best.type())
        .setName(group.name)
        .setMentions(mentions)
        .setConfidence(
            mentions.isEmpty()
                ? Confidence.rounded(group.best.confidence() * TITLE_ONLY)
                : confidence)
        .setMethod(group.best.method())
        .setKey(group.key)
        .setQid(entry == null ? "" : entry.qid())
        .setSalience(
            Salience.of(
                group.titled,
                group.mentions.isEmpty() ? text.length() : group.mentions.get(0).start(),
                text.length(),
                group.mentions.size(),
                most))
        .build();
  }

  /** Turns places in UTF-16 units into code-point offsets, going through the text once. */
  private static final class CodePoints {

    private final String text;
    private int units;
    private int points;

    CodePoints(String text) {
      this.text = text;
    }

    Mention mention(Naming name) {
      int start = count(name.start());
      int end = count(name.end());
      return new Mention(
          text.substring(name.start(), name.end()),
          start,
          end,
          Confidence.rounded(name.confidence()),
          name.method());
    }

    private int count(int to) {
      points += text.codePointCount(units, to);
      units = to;
      return points;
    }
  }
}
