package newswire.enrich.entities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newswire.enrich.tagger.Span;
import newswire.schemas.avro.EntityType;
import org.jspecify.annotations.Nullable;

/** Names of several words that rules found once, wherever the same article says them again. */
final class Repeats {

  private static final double CONFIDENCE = 0.7;

  private static final long MIXED = 0x9E3779B97F4A7C15L;

  /** In tokens. */
  private static final int LONGEST = 8;

  private final Map<Long, EntityType> types = new HashMap<>();

  /** Notes the names of a text that rules found. */
  void note(String text, List<Naming> names) {
    for (Naming name : names) {
      if (name.method().equals(Naming.RULE)) {
        Tokens words = Tokens.of(text.substring(name.start(), name.end()));
        if (words.size() > 1 && words.size() <= LONGEST) {
          types.putIfAbsent(hash(words, 0, words.size()), name.type());
        }
      }
    }
  }

  /** {@code names} of a text, and those noted that stand where there is none. */
  List<Naming> added(String text, List<Naming> names) {
    if (types.isEmpty()) {
      return names;
    }
    Tokens tokens = Tokens.of(text);
    List<Naming> all = new ArrayList<>(names);
    int next = 0;
    int at = 0;
    while (at < tokens.size()) {
      while (next < names.size() && names.get(next).end() <= tokens.start(at)) {
        next++;
      }
      int limit = next < names.size() ? names.get(next).start() : text.length();
      @Nullable Naming found = found(tokens, at, limit);
      if (found != null) {
        all.add(found);
      }
      at++;
      while (found != null && at < tokens.size() && tokens.start(at) < found.end()) {
        at++;
      }
    }
    all.sort(Comparator.comparingInt(Naming::start));
    return all;
  }

  /** The longest that begins with a token and ends before a place. */
  private @Nullable Naming found(Tokens tokens, int first, int limit) {
    Naming found = null;
    int to = first + 1;
    while (to < tokens.size()
        && to - first < LONGEST
        && tokens.end(to) <= limit
        && Gaps.continues(tokens, to - 1)) {
      to++;
      EntityType type = types.get(hash(tokens, first, to));
      if (type != null) {
        Span span = new Span(tokens.start(first), tokens.end(to - 1), type, CONFIDENCE);
        found = Naming.unlinked(span, Naming.RULE);
      }
    }
    return found;
  }

  private static long hash(Tokens tokens, int from, int to) {
    long hash = 0;
    for (int i = from; i < to; i++) {
      hash = (hash + tokens.hash(i)) * MIXED;
    }
    return hash;
  }
}
