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

  private final String language;
  private final Map<Long, EntityType> types = new HashMap<>();

  Repeats(String language) {
    this.language = language;
  }

  /** Notes the names of a text that rules found. */
  void note(String text, List<Naming> names) {
    for (Naming name : names) {
      if (name.method().equals(Naming.RULE)) {
        Tokens words = Tokens.of(text.substring(name.start(), name.end()));
        if (words.size() > 1 && words.size() <= LONGEST) {
          long hash = 0;
          for (int i = 0; i < words.size(); i++) {
            hash = after(hash, words.hash(i));
          }
          types.putIfAbsent(hash, name.type());
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

  /** The longest that begins with a token, particles aside, and ends before a place. */
  private @Nullable Naming found(Tokens tokens, int first, int limit) {
    Naming found = null;
    for (Form form : Form.of(tokens, first, language)) {
      long hash = after(0, form.exact(tokens, first));
      int most = Math.min(tokens.size(), first + LONGEST);
      for (int i = first + 1; i < most && tokens.end(i) <= limit; i++) {
        if (!Gaps.continues(tokens, i - 1)) {
          break;
        }
        hash = after(hash, tokens.hash(i));
        EntityType type = types.get(hash);
        if (type != null && (found == null || found.end() < tokens.end(i))) {
          Span span = new Span(form.start(tokens, first), tokens.end(i), type, CONFIDENCE);
          found = Naming.unlinked(span, Naming.RULE);
        }
      }
    }
    return found;
  }

  /** Of a sequence with one word more. */
  private static long after(long hash, long word) {
    return (hash + word) * MIXED;
  }
}
