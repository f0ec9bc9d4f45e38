package newswire.ner.onnx;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/**
 * Divides one text into windows that the network can take. A text too long is cut near its middle,
 * between paragraphs if it can be, else sentences, else words, and so is each half.
 */
final class Windows {

  /** A sub-token has about four characters; so many that the text is cut without counting. */
  private static final int SURELY_TOO_LONG = 8;

  /** A cut is looked for in the two middle quarters. */
  private static final int QUARTERS = 4;

  private final Subwords subwords;
  private final int longest;
  private final String text;
  private final BreakIterator sentences;
  private final BreakIterator words;
  private final List<Window> windows = new ArrayList<>();

  private Windows(Subwords subwords, int longest, String text, ULocale language) {
    this.subwords = subwords;
    this.longest = longest;
    this.text = text;
    this.sentences = BreakIterator.getSentenceInstance(language);
    this.words = BreakIterator.getWordInstance(language);
    sentences.setText(text);
    words.setText(text);
  }

  /**
   * The windows of a text in its order, without blank ones.
   *
   * @param longest sub-tokens of a window
   * @param language BCP 47 tag
   */
  static List<Window> of(Subwords subwords, int longest, String text, String language) {
    Windows all = new Windows(subwords, longest, text, ULocale.forLanguageTag(language));
    all.divide(0, text.length());
    return all.windows;
  }

  private void divide(int start, int end) {
    if (end - start <= longest * SURELY_TOO_LONG) {
      Window window = subwords.encode(text, start, end);
      if (window.length() <= longest) {
        if (!window.isBlank()) {
          windows.add(window);
        }
        return;
      }
    }
    int cut = cut(start, end);
    // One character of more sub-tokens than the network takes is no name.
    if (cut > start && cut < end) {
      divide(start, cut);
      divide(cut, end);
    }
  }

  private int cut(int start, int end) {
    int middle = start + (end - start) / 2;
    int margin = (end - start) / QUARTERS;
    int paragraph =
        nearest(
            middle, text.lastIndexOf('\n', middle - 1) + 1, text.indexOf('\n', middle) + 1, margin);
    if (paragraph > 0) {
      return paragraph;
    }
    int sentence =
        nearest(middle, sentences.preceding(middle + 1), sentences.following(middle), margin);
    if (sentence > 0) {
      return sentence;
    }
    int word = nearest(middle, words.preceding(middle + 1), words.following(middle), margin);
    return word > 0 ? word : text.offsetByCodePoints(start, text.codePointCount(start, middle));
  }

  /** One of two cuts, each 0 or less if there is none; 0 if no one is within the margin. */
  private static int nearest(int middle, int before, int after, int margin) {
    int back = before > 0 ? middle - before : Integer.MAX_VALUE;
    int ahead = after > 0 ? after - middle : Integer.MAX_VALUE;
    if (Math.min(back, ahead) > margin) {
      return 0;
    }
    return back <= ahead ? before : after;
  }
}
