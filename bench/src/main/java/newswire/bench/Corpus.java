package newswire.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import newswire.schemas.ArticleId;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Entity;
import newswire.schemas.avro.EntityType;
import newswire.schemas.avro.Language;

/**
 * Made-up articles of about 3 kB in the order of their time, the same for the same numbers: in
 * three scripts, every fourth a copy with a new headline and one sentence less, the others in
 * stories of three on the average.
 */
final class Corpus {

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final int WORDS = 20_000;
  private static final int SENTENCES = 24;
  private static final int WORDS_A_SENTENCE = 16;
  private static final int SUBJECT_WORDS = 40;
  private static final int OUTLETS = 200;
  private static final int KEPT = 400;
  private static final int ENTITIES = 3_000;
  private static final double COMMON = 3;

  private enum Script {
    ENGLISH("en", "aeiourstlnmdkpbgv", true),
    ARABIC("ar", "ابتثجحخدرسشعغفقكلمنهوي", true),
    CHINESE("zh", "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动", false);

    final String tag;
    final String letters;
    final boolean spaced;

    Script(String tag, String letters, boolean spaced) {
      this.tag = tag;
      this.letters = letters;
      this.spaced = spaced;
    }
  }

  /** One event: the words that come back in all reports of it. */
  private record Subject(Script script, int[] words, int[] entities) {}

  private final Random random = new Random(20260301);
  private final List<Subject> subjects = new ArrayList<>();
  private final List<Article> recent = new ArrayList<>();
  private final Duration between;
  private int made;

  /**
   * @param span of the times of all articles
   * @param articles how many will be asked for
   */
  Corpus(Duration span, int articles) {
    this.between = span.dividedBy(Math.max(1, articles));
  }

  Article next() {
    int number = made++;
    Article article =
        number % 4 == 3 ? copy(recent.get(random.nextInt(recent.size())), number) : report(number);
    recent.add(article);
    if (recent.size() > KEPT) {
      recent.remove(0);
    }
    return article;
  }

  private Article copy(Article original, int number) {
    String text = original.getText();
    int cut = text.indexOf('\n', text.length() / 2);
    return finished(
        Article.newBuilder(original)
            .setTitle(original.getTitle() + " " + number)
            .setText(cut < 0 ? text : text.substring(0, cut)),
        number);
  }

  private Article report(int number) {
    if (subjects.isEmpty() || random.nextInt(3) == 0) {
      subjects.add(subject());
    }
    // Old events are left alone.
    int newest = Math.min(subjects.size(), 60);
    Subject subject = subjects.get(subjects.size() - 1 - random.nextInt(newest));
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < SENTENCES; i++) {
      sentences.add(sentence(subject));
    }
    List<Entity> entities = new ArrayList<>();
    for (int entity : subject.entities()) {
      entities.add(
          Entity.newBuilder()
              .setId("bench:" + entity)
              .setType(EntityType.PLACE)
              .setName("Place " + entity)
              .setSalience(0.5)
              .build());
    }
    return finished(
        Article.newBuilder()
            .setTitle(sentence(subject))
            .setText(String.join("\n", sentences))
            .setLanguage(Language.newBuilder().setTag(subject.script().tag).build())
            .setEntities(entities),
        number);
  }

  private Article finished(Article.Builder article, int number) {
    Instant time = START.plus(between.multipliedBy(number));
    String site = String.format(Locale.ROOT, "outlet%d.example", random.nextInt(OUTLETS));
    String url = "https://" + site + "/" + number;
    return article
        .setId(ArticleId.ofItem("bench", Integer.toString(number)))
        .setContentHash(ArticleId.sha256((article.getTitle() + article.getText()).getBytes(UTF_8)))
        .setUrl(url)
        .setSite(site)
        .setSourceName(site)
        .setFirstSeen(time)
        .setIngestedAt(time)
        .setEffective(time)
        .setVersion(1)
        .build();
  }

  private Subject subject() {
    Script script = Script.values()[random.nextInt(Script.values().length)];
    int[] words = random.ints(SUBJECT_WORDS, 0, WORDS).toArray();
    return new Subject(script, words, random.ints(4, 0, ENTITIES).toArray());
  }

  private String sentence(Subject subject) {
    StringBuilder sentence = new StringBuilder();
    for (int i = 0; i < WORDS_A_SENTENCE; i++) {
      boolean own = random.nextInt(4) == 0;
      int word = own ? subject.words()[random.nextInt(subject.words().length)] : commonWord();
      if (i > 0 && subject.script().spaced) {
        sentence.append(' ');
      }
      append(sentence, subject.script(), word);
    }
    return sentence.append(subject.script().spaced ? '.' : '。').toString();
  }

  // Few words are frequent and most are rare, as in a language.
  private int commonWord() {
    double share = random.nextDouble();
    double power = share;
    for (int i = 1; i < COMMON; i++) {
      power *= share;
    }
    return (int) (power * WORDS);
  }

  // The frequent words of a language are its short ones.
  private static int length(int word, Random letters) {
    int shortest = 2;
    for (int rank = 30; rank < WORDS && word >= rank; rank *= 6) {
      shortest++;
    }
    return shortest + letters.nextInt(2);
  }

  private static void append(StringBuilder text, Script script, int word) {
    Random letters = new Random(word * 31L + script.ordinal());
    int length = script.spaced ? length(word, letters) : 2;
    for (int i = 0; i < length; i++) {
      text.append(script.letters.charAt(letters.nextInt(script.letters.length())));
    }
  }
}
