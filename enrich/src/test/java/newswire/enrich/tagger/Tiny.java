package newswire.enrich.tagger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Small corpora written for these tests, and taggers trained on them. */
final class Tiny {

  static final Hint.Finder NO_HINTS = (text, language) -> List.of();

  private static final String ARABIC =
      """
      وصل الرئيس [PER سامي منصور] إلى [LOC القاهرة] .
      قال الوزير [PER كريم فؤاد] في [LOC بيروت] .
      زار الرئيس [PER كريم منصور] مدينة [LOC دمشق] .
      أعلن [ORG بنك النيل] الخبر في [LOC القاهرة] .
      قال الرئيس [PER فؤاد سامي] إن [ORG بنك الشرق] ربح .
      """;
  private static final String JAPANESE =
      """
      [PER 山田太郎]さんは[LOC 大阪]に行った。
      [PER 田中花子]さんは[LOC 京都]に住む。
      [PER 山田花子]さんは[LOC 大阪]で会った。
      [ORG 山川銀行]は[LOC 京都]にある。
      """;
  private static final String ENGLISH =
      """
      President [PER Anna Holm] came to [LOC Riverton] .
      The mayor of [LOC Riverton] met [PER Peter Lund] .
      President [PER Peter Holm] left [LOC Westfield] for [LOC Riverton] .
      The [ORG Bank of Westfield] said that [PER Anna Lund] resigned .
      """;
  private static final String RUSSIAN =
      """
      Президент [PER Иван Белов] приехал в [LOC Зареченск] .
      Министр [PER Анна Белова] была в [LOC Зареченске] .
      Президент [PER Пётр Соколов] уехал из [LOC Зареченска] .
      Сообщил [ORG Банк Севера] в [LOC Зареченске] .
      """;

  private Tiny() {}

  static String source(String language) {
    return switch (language) {
      case "ar" -> ARABIC;
      case "ja" -> JAPANESE;
      case "ru" -> RUSSIAN;
      default -> ENGLISH;
    };
  }

  /** The corpus as a file, tokens split at spaces or, in Japanese, after every character. */
  static String file(String language) {
    StringBuilder out = new StringBuilder();
    for (String line : source(language).split("\n", -1)) {
      String kind = "";
      boolean first = false;
      for (String piece : line.replace("[", " [").replace("]", " ] ").trim().split(" +", -1)) {
        if (piece.startsWith("[")) {
          kind = piece.substring(1);
          first = true;
        } else if (piece.equals("]")) {
          kind = "";
        } else {
          for (String token : piece.split(language.equals("ja") ? "" : " ", -1)) {
            if (!token.isEmpty()) {
              out.append(token).append('\t');
              out.append(kind.isEmpty() ? "O" : (first ? "B-" : "I-") + kind).append('\n');
              first = false;
            }
          }
        }
      }
      out.append('\n');
    }
    return out.toString();
  }

  static Corpus corpus(String language, Path dir) throws IOException, UnreadableCorpus {
    Path file = dir.resolve(language + ".tsv");
    Files.writeString(file, file(language));
    return Corpus.read(file, language);
  }

  static TaggerTraining training(Path dir, String... languages)
      throws IOException, UnreadableCorpus {
    List<Corpus> corpora = new java.util.ArrayList<>();
    for (String language : languages) {
      corpora.add(corpus(language, dir));
    }
    return new TaggerTraining(corpora, NO_HINTS);
  }
}
