package newswire.enrich.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Entity;
import newswire.schemas.avro.Language;
import newswire.schemas.avro.Sketch;

/** Sketches of reports for tests, of their words and entities alone. */
final class Reports {

  static {
    TrustedRecords.register();
  }

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  private Reports() {}

  /** An article's sketch, seen that many hours after the others begin. */
  static Sketch report(String language, int hour, String title, String text, String... entityIds) {
    List<Entity> entities = new ArrayList<>();
    for (String id : entityIds) {
      entities.add(
          Entity.newBuilder()
              .setId(id.startsWith("~") ? null : id)
              .setKey(id.startsWith("~") ? id.substring(1) : "")
              .setName(id)
              .setSalience(.5)
              .build());
    }
    Article article =
        Article.newBuilder()
            .setTitle(title)
            .setText(text)
            .setLanguage(new Language(language, 1.0, List.of(), List.of()))
            .setEntities(entities)
            .build();
    return StoryFeatures.addTo(article, Sketch.newBuilder())
        .setLanguage(language)
        .setEffective(START.plusSeconds(3600L * hour))
        .build();
  }

  static double closeness(Sketch one, Sketch other) {
    return Closeness.of(Features.of(one), Features.of(other));
  }
}
