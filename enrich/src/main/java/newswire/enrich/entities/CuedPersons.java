package newswire.enrich.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.IntStream;
import newswire.enrich.tagger.Span;
import newswire.schemas.avro.EntityType;

/**
 * Persons by a title before them, or by who they are said to be or what they do after them. One
 * that no known given name begins is believed after a title alone.
 */
final class CuedPersons {

  private static final double NAMED = 0.75;
  private static final double TITLED = 0.65;
  private static final int LONGEST = 4;

  /** Words between an office and its holder, each of which must be known. */
  private static final int FARTHEST = 6;

  private final CueText text;
  private final CueGrammar grammar;
  private final NavigableMap<Integer, Span> nouns;
  private final List<Span> found = new ArrayList<>();

  /** How a run of possible names ends. */
  private enum Bound {
    MARK,
    CLOSED,
    SAYS,
    VERB
  }

  /**
   * Looks for persons.
   *
   * @param nouns names found before, by where they start; read only
   */
  CuedPersons(CueText text, CueGrammar grammar, NavigableMap<Integer, Span> nouns) {
    this.text = text;
    this.grammar = grammar;
    this.nouns = nouns;
  }

  List<Span> find() {
    for (int w = 0; w < text.size(); w++) {
      boolean titled = title(w).isPresent();
      if (titled) {
        afterTitle(w);
      }
      boolean says = text.is(w, Cue.SAYS) || text.is(w, Cue.AFTER);
      if (says && text.follows(w) || titled && text.after(w - 1) == CueText.Gap.COMMA) {
        before(w);
      }
    }
    return found;
  }

  /** The surest. */
  private Optional<Cue> title(int w) {
    return Cue.TITLES.stream().filter(cue -> text.is(w, cue)).findFirst();
  }

  /** Goes over further titles, and what the office is of, to the person. */
  private void afterTitle(int title) {
    int at = title;
    Cue last = Cue.OFFICE;
    for (int steps = 0; steps < FARTHEST; steps++) {
      Optional<Cue> next = title(at);
      if (next.isPresent()) {
        last = next.get();
        at += text.word(at).span();
      } else if (at > title && text.is(at, Cue.FILLER)) {
        at += text.word(at).span();
      } else if (at > title && isOther(at)) {
        at++;
      } else {
        break;
      }
      if (!text.follows(at)) {
        aside(at);
        return;
      }
    }
    accept(at, last);
  }

  /** A person between commas after a title. */
  private void aside(int from) {
    int to = end(from);
    boolean between =
        text.after(from - 1) == CueText.Gap.COMMA && text.after(to - 1) == CueText.Gap.COMMA;
    if (between && text.is(from, Cue.GIVEN) && !isLinked(from) && isWhole(from, to, Bound.MARK)) {
      add(from, to, NAMED);
    }
  }

  /** Whether a word is a linked place or organisation, or part of one found by its head noun. */
  private boolean isOther(int w) {
    NameIndex.Found hit = text.word(w).hit();
    if (hit != null && (hit.isDemonym() || hit.entry().type() != EntityType.PERSON)) {
      return true;
    }
    Map.Entry<Integer, Span> noun = nouns.lowerEntry(text.word(w).end());
    return noun != null && text.word(w).start() < noun.getValue().end();
  }

  private void accept(int from, Cue title) {
    int to = end(from);
    Bound bound = bound(to);
    if (to == from || isLinked(from)) {
      return;
    }
    if (text.is(from, Cue.GIVEN)) {
      if (isWhole(from, to, bound)) {
        add(from, to, NAMED);
      }
      return;
    }
    if (to - from <= most(title, bound) && !hasGiven(from + 1, to - 1)) {
      add(from, to, TITLED);
    }
  }

  /** Words that are believed to be a name though none of them is a known given one. */
  private int most(Cue title, Bound bound) {
    if (title == Cue.HONORIFIC) {
      int said = bound == Bound.SAYS ? LONGEST - 1 : 2;
      return bound == Bound.VERB ? 0 : grammar.postpositions() ? said : 1;
    }
    return title == Cue.TITLE && bound == Bound.SAYS ? grammar.titled() : 0;
  }

  private boolean hasGiven(int from, int to) {
    return IntStream.range(from, to).anyMatch(w -> text.is(w, Cue.GIVEN));
  }

  /** Whether a run that begins with given names is one name: with one word after them. */
  private boolean isWhole(int from, int to, Bound bound) {
    int given = from;
    while (given < to && text.is(given, Cue.GIVEN)) {
      given++;
    }
    int more = to - given;
    boolean loose = grammar.postpositions() && bound == Bound.SAYS;
    return to - from > 1 && to - from <= LONGEST && (more <= 1 || more == 2 && loose);
  }

  /** The person who ends before a word. */
  private void before(int end) {
    int from = end;
    while (from > 0
        && end - from <= LONGEST
        && isPersonal(from - 1)
        && (from == end || text.follows(from))) {
      from--;
    }
    boolean named = from < end && text.is(from, Cue.GIVEN) && !isLinked(from);
    if (named && isWhole(from, end, text.follows(end) ? Bound.SAYS : Bound.MARK)) {
      add(from, end, NAMED);
    }
  }

  private int end(int from) {
    int to = from;
    while (to - from <= LONGEST && isPersonal(to) && (to == from || text.follows(to))) {
      to++;
    }
    return to;
  }

  private boolean isPersonal(int w) {
    return w < text.size() && text.isName(w) && !isOther(w);
  }

  private Bound bound(int to) {
    if (!text.follows(to)) {
      return Bound.MARK;
    }
    if (text.is(to, Cue.SAYS)) {
      return Bound.SAYS;
    }
    return text.word(to).own().contains(Cue.VERB) ? Bound.VERB : Bound.CLOSED;
  }

  /** Whether the linker knows the person. */
  private boolean isLinked(int w) {
    NameIndex.Found hit = text.word(w).hit();
    return hit != null && hit.entry().type() == EntityType.PERSON;
  }

  private void add(int from, int to, double confidence) {
    CueText.Word first = text.word(from);
    int start = text.is(from, Cue.GIVEN) ? first.bare() : first.start();
    found.add(new Span(start, text.word(to - 1).end(), EntityType.PERSON, confidence));
  }
}
