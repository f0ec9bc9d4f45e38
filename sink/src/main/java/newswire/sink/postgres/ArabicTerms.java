package newswire.sink.postgres;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * {@link ArabicAnalyzer} for texts that are to be found: a word that begins with a one-letter
 * preposition or conjunction, which Arabic writes without a space and Lucene leaves there, is found
 * without it too. Words that are looked for stay as they are: a name may begin with that letter.
 */
final class ArabicTerms extends Analyzer {

  private static final String CLITICS = "بلكف";
  private static final char AND = 'و';

  /** Shorter ones are seldom two words. */
  private static final int LEAST_LETTERS = 4;

  @Override
  protected TokenStreamComponents createComponents(String field) {
    StandardTokenizer words = new StandardTokenizer();
    TokenStream kept = new DecimalDigitFilter(new LowerCaseFilter(words));
    TokenStream others = new StopFilter(kept, ArabicAnalyzer.getDefaultStopSet());
    TokenStream normal = new ArabicNormalizationFilter(others);
    return new TokenStreamComponents(words, new ArabicStemFilter(new Clitics(normal)));
  }

  @Override
  protected TokenStream normalize(String field, TokenStream in) {
    return new ArabicNormalizationFilter(new DecimalDigitFilter(new LowerCaseFilter(in)));
  }

  /** Adds the word without what is attached, in the same place. */
  private static final class Clitics extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private @Nullable State whole;
    private int attached;

    Clitics(TokenStream input) {
      super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (whole != null) {
        restoreState(whole);
        whole = null;
        String bare = term.subSequence(attached, term.length()).toString();
        term.setEmpty().append(bare);
        step.setPositionIncrement(0);
        return true;
      }
      if (!input.incrementToken()) {
        return false;
      }
      attached = attached();
      if (attached > 0) {
        whole = captureState();
      }
      return true;
    }

    private int attached() {
      int first = term.length() > 1 && term.charAt(0) == AND ? 1 : 0;
      boolean clitic = term.length() > first && CLITICS.indexOf(term.charAt(first)) >= 0;
      return clitic && term.length() > first + LEAST_LETTERS ? first + 1 : 0;
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      whole = null;
    }
  }
}
