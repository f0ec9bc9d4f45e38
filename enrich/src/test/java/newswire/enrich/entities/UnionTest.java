package newswire.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import newswire.enrich.tagger.Span;
import newswire.schemas.avro.EntityType;
import org.junit.jupiter.api.Test;

class UnionTest {

  private static final Entry RUSSIA = new Entry("RU", EntityType.PLACE, "Russia", "", "");

  private static final Entry WASHINGTON =
      new Entry("nw:place/washington", EntityType.PLACE, "Washington", "", "US");

  private static String union(
      String text, String hit, boolean sure, String name, EntityType type, double confidence) {
    return union(text, hit, RUSSIA, sure, new Named(name, type, confidence));
  }

  private static String union(
      String text, Entry entry, boolean sure, String name, EntityType type, double confidence) {
    return union(text, name, entry, sure, new Named(name, type, confidence));
  }

  private record Named(String text, EntityType type, double confidence) {}

  private static String union(String text, String hit, Entry entry, boolean sure, Named name) {
    int at = text.indexOf(hit);
    int from = text.indexOf(name.text());
    List<Naming> names =
        Union.of(
            text,
            List.of(new NameIndex.Found(at, at + hit.length(), entry, 0.95, "gazetteer", sure)),
            List.of(new Span(from, from + name.text().length(), name.type(), name.confidence())),
            Naming.TAGGER,
            true);
    return String.join(
        ", ",
        names.stream().map(n -> n.method() + " " + text.substring(n.start(), n.end())).toList());
  }

  @Test
  void givesLongerNamesToTheTagger() {
    String text = "أعلن بنك روسيا ذلك";
    assertThat(union(text, "روسيا", true, "بنك روسيا", EntityType.ORGANISATION, 0.9))
        .isEqualTo("tagger بنك روسيا");
    assertThat(union(text, "روسيا", true, "بنك روسيا", EntityType.ORGANISATION, 0.5))
        .isEqualTo("gazetteer روسيا");
    assertThat(union("俄罗斯银行说", "俄罗斯", true, "俄罗斯银行", EntityType.ORGANISATION, 0.9))
        .isEqualTo("tagger 俄罗斯银行");
  }

  @Test
  void endsAFullNameWhereTheGazetteerDoes() {
    Entry xi = new Entry("nw:person/xi-jinping", EntityType.PERSON, "Xi Jinping", "", "CN");
    Entry sun = new Entry("nw:person/sun-yat-sen", EntityType.PERSON, "Sun Yat-sen", "", "CN");
    Named day = new Named("习近平周二", EntityType.PERSON, 0.9);
    assertThat(union("主席习近平周二说", "习近平", xi, true, day)).isEqualTo("gazetteer 习近平");
    Named university = new Named("中山大学", EntityType.ORGANISATION, 0.9);
    assertThat(union("在中山大学", "中山", sun, true, university)).isEqualTo("tagger 中山大学");
  }

  @Test
  void keepsTheLinkWhereTheTaggerOnlyAddsParticlesAndEndings() {
    assertThat(union("زار وروسيا", "روسيا", true, "وروسيا", EntityType.PLACE, 0.99))
        .isEqualTo("gazetteer روسيا");
    assertThat(union("az EU-ban", "EU", true, "EU-ban", EntityType.ORGANISATION, 0.9))
        .isEqualTo("gazetteer EU");
    assertThat(union("Turkey's man", "Turkey", true, "Turkey's", EntityType.ORGANISATION, 0.9))
        .isEqualTo("gazetteer Turkey");
    assertThat(union("in Jena-Ost", "Jena", true, "Jena-Ost", EntityType.PLACE, 0.9))
        .isEqualTo("tagger Jena-Ost");
  }

  @Test
  void letsTheLinkerWinUnlessItsNameIsAmbiguous() {
    String text = "Вашингтон играет";
    assertThat(union(text, WASHINGTON, true, "Вашингтон", EntityType.PERSON, 0.99))
        .isEqualTo("gazetteer Вашингтон");
    assertThat(union(text, WASHINGTON, false, "Вашингтон", EntityType.PERSON, 0.99))
        .isEqualTo("tagger Вашингтон");
    assertThat(union("Россия играет", RUSSIA, false, "Россия", EntityType.ORGANISATION, 0.99))
        .isEqualTo("gazetteer Россия");
  }

  @Test
  void believesLessInWhatTheTaggerTakesForNoName() {
    NameIndex.Found hit = new NameIndex.Found(0, 6, RUSSIA, 0.9, "gazetteer", true);
    assertThat(Union.of("Россия", List.of(hit), List.of(), Naming.TAGGER, true).get(0).confidence())
        .isLessThan(
            Union.of("Россия", List.of(hit), List.of(), Naming.TAGGER, false).get(0).confidence());
  }
}
