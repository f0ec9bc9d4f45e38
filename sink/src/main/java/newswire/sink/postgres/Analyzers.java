package newswire.sink.postgres;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.ckb.SoraniAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.eu.BasqueAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.gl.GalicianAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.ne.NepaliAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.ta.TamilAnalyzer;
import org.apache.lucene.analysis.te.TeluguAnalyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/**
 * How the words of a language become terms: Lucene's analyzers, and for languages without one, and
 * for Chinese, Japanese and Korean, lower-case words and pairs of ideographs. Safe for any thread.
 */
final class Analyzers {

  private static final Analyzer OTHERS = new CJKAnalyzer(CharArraySet.EMPTY_SET);
  private static final Analyzer ARABIC_TEXTS = new ArabicTerms();
  private static final Map<String, Analyzer> BY_LANGUAGE = new LinkedHashMap<>();

  static {
    add(ArabicAnalyzer::new, "ar");
    add(BulgarianAnalyzer::new, "bg");
    add(BengaliAnalyzer::new, "bn");
    add(CatalanAnalyzer::new, "ca");
    add(SoraniAnalyzer::new, "ckb");
    add(CzechAnalyzer::new, "cs");
    add(DanishAnalyzer::new, "da");
    add(GermanAnalyzer::new, "de");
    add(GreekAnalyzer::new, "el");
    add(EnglishAnalyzer::new, "en");
    add(SpanishAnalyzer::new, "es");
    add(EstonianAnalyzer::new, "et");
    add(BasqueAnalyzer::new, "eu");
    add(PersianAnalyzer::new, "fa");
    add(FinnishAnalyzer::new, "fi");
    add(FrenchAnalyzer::new, "fr");
    add(IrishAnalyzer::new, "ga");
    add(GalicianAnalyzer::new, "gl");
    add(HindiAnalyzer::new, "hi");
    add(HungarianAnalyzer::new, "hu");
    add(ArmenianAnalyzer::new, "hy");
    add(IndonesianAnalyzer::new, "id");
    add(ItalianAnalyzer::new, "it");
    add(LithuanianAnalyzer::new, "lt");
    add(LatvianAnalyzer::new, "lv");
    add(NepaliAnalyzer::new, "ne");
    add(DutchAnalyzer::new, "nl");
    add(NorwegianAnalyzer::new, "no", "nb", "nn");
    add(PortugueseAnalyzer::new, "pt");
    add(RomanianAnalyzer::new, "ro");
    add(RussianAnalyzer::new, "ru");
    add(SerbianAnalyzer::new, "sr");
    add(SwedishAnalyzer::new, "sv");
    add(TamilAnalyzer::new, "ta");
    add(TeluguAnalyzer::new, "te");
    add(ThaiAnalyzer::new, "th");
    add(TurkishAnalyzer::new, "tr");
  }

  private Analyzers() {}

  private static void add(Supplier<Analyzer> analyzer, String... languages) {
    Analyzer one = analyzer.get();
    for (String language : languages) {
      BY_LANGUAGE.put(language, one);
    }
  }

  /**
   * The one for words that are looked for.
   *
   * @param tag BCP 47; only its language counts
   */
  static Analyzer of(String tag) {
    return BY_LANGUAGE.getOrDefault(Locale.forLanguageTag(tag).getLanguage(), OTHERS);
  }

  /** The one for texts of a language that are to be found. */
  static Analyzer ofTexts(String tag) {
    Analyzer analyzer = of(tag);
    return analyzer instanceof ArabicAnalyzer ? ARABIC_TEXTS : analyzer;
  }

  /** Each there is for words that are looked for, in the same order every time. */
  static List<Analyzer> all() {
    LinkedHashSet<Analyzer> all = new LinkedHashSet<>(BY_LANGUAGE.values());
    all.add(OTHERS);
    return new ArrayList<>(all);
  }
}
