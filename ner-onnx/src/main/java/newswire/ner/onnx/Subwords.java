package newswire.ner.onnx;

import ai.djl.engine.EngineException;
import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ai.djl.huggingface.tokenizers.jni.LibUtils;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * The tokenizer of a model, from its {@code tokenizer.json}. Safe for use by several threads.
 *
 * <p>A word is what the tokenizer splits at, divided further at punctuation and, in scripts without
 * spaces, into sub-tokens: SentencePiece takes "Paris," and a whole Chinese clause for one word.
 */
final class Subwords implements AutoCloseable {

  /** The mark that SentencePiece puts before a word; a token of it alone is no part of the text. */
  private static final String SPACE = "▁";

  /** The library counts a lone surrogate as three characters. */
  private static final char REPLACEMENT = '\uFFFD';

  private static final char TATWEEL = '\u0640';

  private final HuggingFaceTokenizer tokenizer;

  private Subwords(HuggingFaceTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /** Reads the file. Nothing is downloaded: the library brings its native code along. */
  static Subwords open(Path file) throws IOException {
    // Otherwise it downloads on machines with a GPU, and tells its makers of those in their cloud.
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    Map<String, String> asIs =
        Map.of(
            "truncation", "do_not_truncate", "padding", "do_not_pad", "addSpecialTokens", "true");
    checkNativeLibrary();
    try {
      return new Subwords(HuggingFaceTokenizer.newInstance(file, asIs));
    } catch (RuntimeException e) {
      throw new IOException(
          file
              + " cannot be read as a Hugging Face fast tokenizer ("
              + e.getMessage()
              + "); save it again with AutoTokenizer(..., use_fast=True)",
          e);
    }
  }

  private static void checkNativeLibrary() {
    try {
      LibUtils.checkStatus();
    } catch (EngineException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  /** A part of a text, in UTF-16 units. */
  Window encode(String text, int start, int end) {
    String part = text.substring(start, end);
    Encoding encoding = tokenizer.encode(wellFormed(part));
    Window window = new Window(encoding.getIds());
    int[] units = units(part, start);
    CharSpan[] places = encoding.getCharTokenSpans();
    for (int i = 0; i < window.length(); i++) {
      boolean inText = places[i] != null && !encoding.getTokens()[i].equals(SPACE);
      window.from[i] = Window.NOWHERE;
      if (inText) {
        place(window, i, text, units[places[i].getStart()], units[places[i].getEnd()]);
      }
    }
    markWords(window, text, encoding.getWordIds());
    return window;
  }

  private static String wellFormed(String part) {
    StringBuilder well = null;
    int at = 0;
    while (at < part.length()) {
      int point = part.codePointAt(at);
      if (Character.getType(point) == Character.SURROGATE) {
        well = well == null ? new StringBuilder(part) : well;
        well.setCharAt(at, REPLACEMENT);
      }
      at += Character.charCount(point);
    }
    return well == null ? part : well.toString();
  }

  /** The library counts code points. */
  private static int[] units(String part, int start) {
    int[] units = new int[part.codePointCount(0, part.length()) + 1];
    int at = 0;
    for (int i = 0; i < units.length; i++) {
      units[i] = start + at;
      at += at < part.length() ? Character.charCount(part.codePointAt(at)) : 0;
    }
    return units;
  }

  /** Some tokenizers count the space before a word to it, others leave out its last vowel mark. */
  private static void place(Window window, int token, String text, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (from < to && isBlank(text.charAt(to - 1))) {
      to--;
    }
    if (from < to) {
      while (to < text.length() && continues(text.codePointAt(to))) {
        to += Character.charCount(text.codePointAt(to));
      }
      window.from[token] = from;
      window.to[token] = to;
    }
  }

  private static boolean isBlank(char unit) {
    return Character.isWhitespace(unit) || Character.isSpaceChar(unit);
  }

  private static boolean continues(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || point == TATWEEL;
  }

  private static void markWords(Window window, String text, long[] words) {
    int last = Window.NOWHERE;
    for (int i = 0; i < window.length(); i++) {
      if (window.from[i] != Window.NOWHERE) {
        window.opens[i] =
            last == Window.NOWHERE
                || words[i] != words[last]
                || standsAlone(text.codePointAt(window.from[i]))
                || standsAlone(text.codePointBefore(window.to[last]));
        last = i;
      }
    }
  }

  private static boolean standsAlone(int point) {
    if (!Character.isLetterOrDigit(point)) {
      return !continues(point);
    }
    return switch (Character.UnicodeScript.of(point)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
