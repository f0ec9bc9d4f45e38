package newswire.enrich.entities;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GazetteerTest {

  private final Gazetteer gazetteer = Gazetteer.shipped();

  private Map<String, String> ids(String language) {
    return gazetteer.names(language).stream()
        .filter(
            name ->
                name.entry() != null
                    && name.use().equals(Name.Use.PLAIN)
                    && !gazetteer.isPoison(Tokens.writing(name.text()), language))
        .collect(
            Collectors.toMap(
                Name::text, name -> requireNonNull(name.entry()).id(), (first, more) -> first));
  }

  @Test
  void knowsCountriesInManyLanguages() {
    assertThat(ids("en")).containsEntry("Turkey", "TR").containsEntry("Türkiye", "TR");
    assertThat(ids("ar")).containsEntry("قيرغيزستان", "KG");
    assertThat(ids("zh")).containsEntry("吉尔吉斯斯坦", "KG");
    assertThat(ids("ru")).containsEntry("Киргизия", "KG");
    for (String language : List.of("fa", "hi", "tr", "de", "fr", "es", "ja", "ko", "sw", "am")) {
      assertThat(ids(language).values().stream().filter(id -> id.length() == 2).distinct())
          .as(language)
          .hasSizeGreaterThan(190);
    }
  }

  @Test
  void givesReadableIdsAndOneMeaningToAName() {
    assertThat(ids("en"))
        .containsEntry("Bishkek", "nw:place/bishkek")
        .containsEntry("São Paulo", "nw:place/sao-paulo")
        .containsEntry("Singapore", "SG")
        .containsEntry("European Union", "nw:org/eu")
        .allSatisfy(
            (name, id) ->
                assertThat(id).matches("[A-Z]{2}|nw:(place|org|person|event|treaty)/[a-z0-9-]+"));
  }

  @Test
  void leavesOutWhatIsMostlySomethingElse() {
    assertThat(ids("en")).doesNotContainKeys("Réunion", "Jersey", "Nome", "Regina", "world");
    assertThat(ids("ar")).doesNotContainKeys("مالي", "نوم");
  }
}
