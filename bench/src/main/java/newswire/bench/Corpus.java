package newswire.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import newswire.schemas.ArticleId;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Entity;
import newswire.schemas.avro.EntityType;
import newswire.schemas.avro.Language;

/**
 * Made-up articles of about 3 kB in the order of their time, the same for the same numbers: in
 * three scripts, of words as frequent as in the news; every fourth a copy with a new headline and
 * one sentence less, the others in stories of three on the average.
 */
final class Corpus {

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final int SENTENCES = 24;
  private static final int WORDS_A_SENTENCE = 16;
  private static final int SUBJECT_WORDS = 30;
  private static final int NAMES = 10;
  private static final int SUBJECT_ENTITIES = 4;
  private static final int OUTLETS = 200;
  private static final int KEPT = 400;
  private static final int ENTITIES = 3_000;
  private static final int OPEN_SUBJECTS = 60;

  private enum Script {
    ENGLISH("en", "aeiourstlnmdkpbgv", 7, true),
    ARABIC("ar", "ابتثجحخدرسشعغفقكلمنهوي", 5, true),
    CHINESE("zh", "亚伯卡达尔菲戈汉伊杰凯罗马娜奥佩奇萨塔乌维沃希雅兹巴布查丹埃法格赫基库拉莱米莫尼诺帕普里鲁桑斯特温西谢", 3, false);

    final String tag;
    final String letters;
    final int lettersOfName;
    final boolean spaced;

    Script(String tag, String letters, int lettersOfName, boolean spaced) {
      this.tag = tag;
      this.letters = letters;
      this.lettersOfName = lettersOfName;
      this.spaced = spaced;
    }
  }

  /** One event: the words that come back in all reports of it. */
  private record Subject(Script script, List<String> words, int[] entities) {}

  private final Random random = new Random(20260301);
  private final List<Subject> subjects = new ArrayList<>();
  private final List<Article> recent = new ArrayList<>();
  private final Duration between;
  private final Map<Script, Vocabulary> vocabularies = new EnumMap<>(Script.class);
  private int made;

  /**
   * @param span of the times of all articles
   * @param articles how many will be asked for
   */
  Corpus(Duration span, int articles) throws IOException {
    this.between = span.dividedBy(Math.max(1, articles));
    for (Script script : Script.values()) {
      vocabularies.put(script, Vocabulary.of(script.tag));
    }
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
    int newest = Math.min(subjects.size(), OPEN_SUBJECTS);
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
    List<String> words = new ArrayList<>();
    for (int i = 0; i < SUBJECT_WORDS; i++) {
      words.add(i < NAMES ? name(script) : vocabulary(script).any(random));
    }
    int[] entities = new int[SUBJECT_ENTITIES];
    // Few names are in many articles and most in few.
    Arrays.setAll(entities, i -> (int) (Math.pow(ENTITIES, random.nextDouble()) - 1));
    return new Subject(script, words, entities);
  }

  private String sentence(Subject subject) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < WORDS_A_SENTENCE; i++) {
      boolean own = random.nextInt(4) == 0;
      words.add(
          own
              ? subject.words().get(random.nextInt(subject.words().size()))
              : vocabulary(subject.script()).running(random));
    }
    boolean spaced = subject.script().spaced;
    return String.join(spaced ? " " : "", words) + (spaced ? "." : "。");
  }

  private Vocabulary vocabulary(Script script) {
    return Objects.requireNonNull(vocabularies.get(script));
  }

  private String name(Script script) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < script.lettersOfName; i++) {
      name.append(script.letters.charAt(random.nextInt(script.letters.length())));
    }
    return name.toString();
  }
}
