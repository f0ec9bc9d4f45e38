package newswire.sink.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** The terms of a text, as Postgres can hold them. */
final class Terms {

  /** Postgres holds no longer ones. */
  private static final int LONGEST_BYTES = 2_046;

  private Terms() {}

  /** What is told of each term. */
  @FunctionalInterface
  interface Visitor {

    /**
     * One term.
     *
     * @param position of its word in the text, from 1; words that are left out count
     * @return whether to go on
     */
    boolean visit(String term, int position);
  }

  /** Gives the terms of a text in order, without those that are too long to be held. */
  static void of(Analyzer analyzer, String text, Visitor visitor) {
    try (TokenStream stream = analyzer.tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      int position = 0;
      while (stream.incrementToken()) {
        position += step.getPositionIncrement();
        String storable = Column.storable(term.toString());
        boolean fits = !storable.isEmpty() && storable.getBytes(UTF_8).length <= LONGEST_BYTES;
        if (fits && !visitor.visit(storable, position)) {
          return;
        }
      }
      stream.end();
    } catch (IOException e) { // it is read from memory
      throw new UncheckedIOException(e);
    }
  }

  /** The term as a lexeme in a literal of type tsvector or tsquery. */
  static String quoted(String term) {
    return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'";
  }
}
