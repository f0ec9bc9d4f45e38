package newswire.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import newswire.enrich.gazetteer.GazetteerRow;
import newswire.schemas.avro.Alias;
import newswire.schemas.avro.EntityType;
import newswire.schemas.avro.GazetteerEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of every file of names that ships. */
class ShippedNamesTest {

  private static final Map<String, EntityType> KINDS =
      Map.of(
          "place", EntityType.PLACE,
          "org", EntityType.ORGANISATION,
          "person", EntityType.PERSON,
          "event", EntityType.EVENT,
          "treaty", EntityType.TREATY);
  private static final Map<String, Byte> SCRIPTS =
      Map.of(
          "ar", Letters.ARABIC,
          "fa", Letters.ARABIC,
          "ur", Letters.ARABIC,
          "ru", Letters.CYRILLIC,
          "uk", Letters.CYRILLIC,
          "bg", Letters.CYRILLIC,
          "he", Letters.HEBREW,
          "el", Letters.GREEK,
          "hi", Letters.OTHER,
          "th", Letters.UNSPACED);

  static List<String> files() {
    List<String> files = new ArrayList<>(Gazetteer.FILES);
    files.add("demonyms.tsv");
    return files;
  }

  @ParameterizedTest
  @MethodSource("files")
  void areInTheForm(String file) {
    Set<String> ids = new HashSet<>();
    for (String line : Gazetteer.lines(file)) {
      assertThatCode(() -> GazetteerRow.parse(line)).as(line).doesNotThrowAnyException();
      GazetteerEntry row = GazetteerRow.parse(line);
      assertThat(ids.add(row.getId())).as("%s comes twice in %s", row.getId(), file).isTrue();
      assertThat(row.getId()).matches("[A-Z]{2}|nw:[a-z]+/[a-z0-9]+(-[a-z0-9]+)*");
      assertThat(row.getType()).as(row.getId()).isEqualTo(kind(row.getId()));
      checkNames(row);
    }
  }

  private static EntityType kind(String id) {
    return id.length() == 2
        ? EntityType.PLACE
        : KINDS.getOrDefault(id.substring(3, id.indexOf('/')), EntityType.UNKNOWN);
  }

  private static void checkNames(GazetteerEntry row) {
    Set<String> seen = new HashSet<>();
    for (Alias alias : row.getAliases()) {
      String name = alias.getName();
      String where = row.getId() + " " + alias.getLanguage() + " " + name;
      assertThat(seen.add(alias.getLanguage() + "\t" + name)).as(where + " comes twice").isTrue();
      assertThat(name).as(where).doesNotContain("  ").doesNotContainPattern("[~^]$");
      assertThat(Tokens.of(name).size()).as(where).isPositive();
      Byte script = SCRIPTS.get(alias.getLanguage());
      if (script != null && name.codePoints().noneMatch(c -> isOf(Letters.LATIN, c))) {
        assertThat(
                name.codePoints()
                    .anyMatch(c -> isOf(script, c) || Letters.kind(c) == Letters.DIGIT))
            .as(where + " is in another script")
            .isTrue();
      }
    }
  }

  private static boolean isOf(byte kind, int c) {
    return Letters.kind(c) == kind;
  }

  @Test
  void nameEachThingOnce() {
    Map<String, String> files = new HashMap<>();
    for (String file : Gazetteer.FILES) {
      for (String line : Gazetteer.lines(file)) {
        String before = files.put(line.split("\t", 2)[0], file);
        assertThat(before).as(line).isNull();
      }
    }
    for (String line : Gazetteer.lines("demonyms.tsv")) {
      assertThat(files).containsKey(line.split("\t", 2)[0]);
    }
  }

  @Test
  void areMany() {
    assertThat(Gazetteer.lines("countries.tsv")).hasSizeGreaterThan(240);
    assertThat(Gazetteer.lines("organisations.tsv")).hasSizeGreaterThan(250);
    assertThat(Gazetteer.lines("companies.tsv")).hasSizeGreaterThan(150);
    assertThat(Gazetteer.lines("places.tsv")).hasSizeGreaterThan(700);
    assertThat(Gazetteer.lines("persons.tsv")).hasSizeGreaterThan(400);
    assertThat(Gazetteer.lines("treaties-events.tsv")).hasSizeGreaterThan(100);
  }

  @Test
  void haveAVersionThatChangesWithThem() {
    assertThat(Gazetteer.shipped().version())
        .matches("[0-9a-f]{10}")
        .isEqualTo(Gazetteer.shipped().version());
  }
}
