package newswire.enrich.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the gazetteer's names in a text of a given language: those of the language first, then the
 * countries of the other languages of its script, then the English ones; names in another script
 * than the text's by the main language of theirs. Safe for many threads; the names of a language
 * are indexed when it first comes up.
 */
final class EntityLinker {

  private static final Set<String> ROMANCE = Set.of("fr", "es", "it", "pt", "ro", "ca");

  private final Gazetteer gazetteer;
  private final Map<String, NameIndex> indexes = new ConcurrentHashMap<>();
  private final Map<String, Layers> byLanguage = new ConcurrentHashMap<>();

  /** What was found in both. */
  record Mentions(Places title, Places text) {}

  /**
   * What was found in one text, in its order.
   *
   * @param found what names an entry
   * @param doubtful ambiguous names that nothing in the article supports
   */
  record Places(List<NameIndex.Found> found, List<NameIndex.Found> doubtful) {}

  /** With the names that ship. */
  EntityLinker() {
    this(Gazetteer.shipped());
  }

  EntityLinker(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** Version of the names that ship. */
  String version() {
    return gazetteer.version();
  }

  /** Places in the order of the text, none within another, in UTF-16 units. */
  List<NameIndex.Found> find(String text, String language) {
    return find("", text, language, UserNames.NONE).text().found();
  }

  /** Places in a title and its text, each of which says what the other's names mean. */
  Mentions find(String title, String text, String language, UserNames user) {
    Context context = new Context();
    Search inTitle = new Search(Tokens.of(title), language, user);
    Search inText = new Search(Tokens.of(text), language, user);
    inTitle.run(context);
    inText.run(context);
    return new Mentions(inTitle.chosen(context), inText.chosen(context));
  }

  private NameIndex index(String tag) {
    NameIndex index = indexes.get(tag);
    return index != null ? index : indexes.computeIfAbsent(tag, this::filled);
  }

  private NameIndex filled(String tag) {
    NameIndex index = new NameIndex(tag);
    List<String> family = Layers.family(tag);
    for (String language : family.isEmpty() ? List.of(tag) : family) {
      for (Name name : gazetteer.names(language)) {
        // A foreign name of a city is too often a word of the language.
        boolean isCountry = name.entry() != null && name.entry().isCountry();
        boolean wanted = family.isEmpty() || isCountry && name.use().equals(Name.Use.PLAIN);
        if (wanted && isUsable(name)) {
          index.add(name);
        }
      }
    }
    return index;
  }

  /** A name of one or two letters would be found everywhere, unless it is an abbreviation. */
  private static boolean isUsable(Name name) {
    String text = name.text();
    long letters = text.codePoints().filter(Character::isLetterOrDigit).count();
    boolean cased = Letters.isCased(Letters.kind(text.codePointAt(0)));
    if (name.use().exact() || !cased || letters > 2) {
      return letters > 1;
    }
    return letters == 2
        && text.codePoints().filter(Character::isLetter).allMatch(Character::isUpperCase);
  }

  /** One text being searched. */
  private final class Search {

    private final Tokens tokens;
    private final String language;
    private final Layers layers;
    private final UserNames user;
    private final List<NameIndex.Hit> hits = new ArrayList<>();

    Search(Tokens tokens, String language, UserNames user) {
      this.tokens = tokens;
      this.language = language;
      this.layers = byLanguage.computeIfAbsent(language, Layers::new);
      this.user = user;
    }

    void run(Context context) {
      int at = 0;
      while (at < tokens.size()) {
        NameIndex.Hit hit = longest(at);
        if (hit == null) {
          at++;
        } else {
          if (!hit.names().isEmpty()) {
            hits.add(hit);
            context.note(hit);
          }
          at = hit.last();
        }
      }
    }

    private NameIndex.@Nullable Hit longest(int at) {
      byte kind = tokens.kind(at);
      List<Form> forms = Form.of(tokens, at, language);
      NameIndex.Hit best = null;
      for (String tag : layers.of(kind)) {
        boolean own = tag.equals(language);
        best = longer(best, index(tag).longest(tokens, at, forms, own), own, true);
      }
      for (NameIndex names : user.indexes(language)) {
        boolean own = names.language().equals(language);
        best = longer(best, names.longest(tokens, at, forms, own), own, false);
      }
      return best;
    }

    private NameIndex.@Nullable Hit longer(
        NameIndex.@Nullable Hit best, NameIndex.@Nullable Hit hit, boolean own, boolean ships) {
      if (hit == null || best != null && hit.last() <= best.last()) {
        return best;
      }
      List<Known> names = hit.names();
      if (ships) {
        names = names.stream().filter(known -> isMeant(known, own)).toList();
      }
      if (names.isEmpty()) {
        return best;
      }
      if (names.stream().anyMatch(known -> known.name().entry() == null)) {
        names = List.of();
      }
      return new NameIndex.Hit(hit.start(), hit.last(), names, hit.confidence());
    }

    private boolean isMeant(Known known, boolean own) {
      // An English abbreviation in two capitals is a word of a Romance language.
      boolean word = !own && known.name().text().length() == 2 && ROMANCE.contains(language);
      return !word && !gazetteer.isPoison(known.writing(), language);
    }

    Places chosen(Context context) {
      List<NameIndex.Found> found = new ArrayList<>(hits.size());
      List<NameIndex.Found> doubtful = new ArrayList<>();
      for (NameIndex.Hit hit : hits) {
        NameIndex.Found place = context.choose(hit, tokens);
        if (place != null) {
          found.add(place);
        } else if (Context.hasOneMeaning(hit)) {
          doubtful.add(Context.found(hit, hit.names().get(0).name(), tokens));
        }
      }
      return new Places(found, doubtful);
    }
  }
}
