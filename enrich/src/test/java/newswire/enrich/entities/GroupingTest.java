package newswire.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import newswire.enrich.tagger.Span;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Entity;
import newswire.schemas.avro.EntityType;
import newswire.schemas.avro.Mention;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupingTest {

  @BeforeAll
  static void vouchForRecords() {
    TrustedRecords.register();
  }

  /** Names of the text are written [in brackets], each a person the gazetteer does not know. */
  private static List<Naming> persons(String marked, StringBuilder text) {
    List<Naming> names = new ArrayList<>();
    int start = 0;
    for (char c : marked.toCharArray()) {
      if (c == '[') {
        start = text.length();
      } else if (c == ']') {
        Span span = new Span(start, text.length(), EntityType.PERSON, 0.9);
        names.add(Naming.unlinked(span, Naming.TAGGER));
      } else {
        text.append(c);
      }
    }
    return names;
  }

  private static List<Entity> entities(String language, String title, String marked) {
    StringBuilder head = new StringBuilder();
    StringBuilder text = new StringBuilder();
    List<Naming> inTitle = persons(title, head);
    List<Naming> tagged = persons(marked, text);
    List<Naming> inText = Surnames.added(text.toString(), tagged, language);
    return Grouping.entities(
        head.toString(), text.toString(), language, new NameFinder.Names(inTitle, inText));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | [Anna Holm] spoke. Later Holm left. [Peter Lund] stayed. | Anna Holm=Anna Holm,Holm; Peter Lund=Peter Lund",
        "en | [Holm] spoke before [Anna Holm] did. | Anna Holm=Holm,Anna Holm",
        "ru | Говорил [Иван Белов]. Слова Белова и [Беловым] сказанное. | Иван Белов=Иван Белов,Белова,Беловым",
        "ar | قال [سامي منصور] أمس. وأضاف منصور ومنصور. | سامي منصور=سامي منصور,منصور,منصور",
        "ja | [岸田文雄]は述べた。[岸田]は帰った。 | 岸田文雄=岸田文雄,岸田",
        "hu | [Nagy Bence] beszélt, majd [Nagyot] hívták. | Nagy Bence=Nagy Bence,Nagyot",
      })
  void joinsSurnamesToTheirPerson(String language, String marked, String expected) {
    List<String> found =
        entities(language, "", marked).stream()
            .map(
                entity ->
                    entity.getName()
                        + "="
                        + String.join(
                            ",", entity.getMentions().stream().map(Mention::getText).toList()))
            .toList();
    assertThat(String.join("; ", found)).isEqualTo(expected);
  }

  @Test
  void joinsTheUnknownByKey() {
    List<Entity> entities = entities("ar", "", "زار [محمد المنصوري] المدينة، ثم [محمد منصوري].");
    assertThat(entities).hasSize(1);
    Entity entity = entities.get(0);
    assertThat(entity.getId()).isEmpty();
    assertThat(entity.getKey()).isEqualTo(NameKey.of("محمد المنصوري", "ar")).isNotEmpty();
    assertThat(entity.getMethod()).isEqualTo("tagger");
    assertThat(entity.getMentions()).hasSize(2);
  }

  @Test
  void givesCodePointOffsets() {
    Mention mention = entities("zh", "", "𠮷🚀[王小明]说").get(0).getMentions().get(0);
    assertThat(mention.getStart()).isEqualTo(2);
    assertThat(mention.getEnd()).isEqualTo(5);
  }

  @Test
  void ranksByPlaceAndNumber() {
    List<Entity> entities =
        entities(
            "en", "[Anna Holm] wins", "[Peter Lund] lost to [Anna Holm]. [Anna Holm] is glad.");
    assertThat(entities).extracting(Entity::getName).containsExactly("Peter Lund", "Anna Holm");
    assertThat(entities.get(1).getSalience()).isGreaterThan(entities.get(0).getSalience());
    assertThat(entities).allSatisfy(e -> assertThat(e.getSalience()).isBetween(0.0, 1.0));
  }

  @Test
  void keepsWhatTheTitleAloneNamesWithoutMentions() {
    List<Entity> entities = entities("ru", "[Иван Белов]", "Он [Пётр Соколов].");
    assertThat(entities).extracting(Entity::getName).containsExactly("Пётр Соколов", "Иван Белов");
    assertThat(entities.get(1).getMentions()).isEmpty();
    assertThat(entities.get(1).getConfidence()).isBetween(0.5, 0.9);
  }

  @Test
  void roundsConfidencesToFourDecimals() {
    String text = "قال سامي منصور أمس";
    Span span = new Span(4, 14, EntityType.PERSON, 2 / 3.0);
    List<Naming> names = List.of(Naming.unlinked(span, Naming.TAGGER));
    Entity named = Grouping.entities("", text, "ar", new NameFinder.Names(List.of(), names)).get(0);
    Entity titled =
        Grouping.entities(text, "", "ar", new NameFinder.Names(names, List.of())).get(0);
    assertThat(named.getConfidence()).isEqualTo(0.6667);
    assertThat(named.getMentions().get(0).getConfidence()).isEqualTo(0.6667);
    assertThat(titled.getConfidence()).isEqualTo(0.6);
  }

  @Test
  void leavesGermanNounsAlone() {
    List<Entity> entities = entities("de", "", "[Peter Koch] kam. Der Koch des Hauses ging.");
    assertThat(entities.get(0).getMentions()).hasSize(1);
  }
}
