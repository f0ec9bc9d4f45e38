package newswire.enrich.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import newswire.schemas.avro.Alias;
import newswire.schemas.avro.EntityType;
import newswire.schemas.avro.GazetteerEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GazetteerFileTest {

  @TempDir private Path dir;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(dir.resolve(name), text, UTF_8);
  }

  @Test
  void readsOurOwnForm() throws IOException {
    GazetteerFile read =
        GazetteerFile.tsv(
            file(
                "names.tsv",
                "# ours\nmy:org/dam\tORGANISATION\tDam Board\tQ7\tEG\tar=هيئة السد|~السد\tzh==水坝局\r\n\n"));
    assertThat(read.problems().count()).isZero();
    GazetteerEntry entry = read.entries().get(0);
    assertThat(entry.getId()).isEqualTo("my:org/dam");
    assertThat(entry.getQid()).isEqualTo("Q7");
    assertThat(entry.getCountry()).isEqualTo("EG");
    assertThat(entry.getOrigin()).isEqualTo("tsv");
    assertThat(entry.getAliases())
        .containsExactly(
            new Alias("ar", "هيئة السد", false, false, false),
            new Alias("ar", "السد", true, false, false),
            new Alias("zh", "水坝局", false, true, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "x1~ORGANISATION~A~~ | id 'x1'",
        "my:a~ORG~A~~ | type 'ORG' is none of",
        "my:a~PLACE~A~42~ | QID '42'",
        "my:a~PLACE~A~~Egypt | country 'Egypt'",
        "my:a~PLACE~A | needs five columns",
        "my:a~PLACE~A~~~Arabic=ب | 'Arabic' is not a language tag",
        "my:a~PLACE~A~~~ar=ب~ar=ت | language ar comes twice",
        "my:a~PLACE~A~~~ar= | a name (ar) is empty",
        "my:a~PLACE~A~~~ar=ب/ | a name (ar) is empty",
      })
  void saysWhatIsWrongWithALineAndKeepsTheOthers(String line, String problem) throws IOException {
    String bad = line.replace('~', '\t').replace('/', '|');
    GazetteerFile read =
        GazetteerFile.tsv(file("n.tsv", "my:ok\tPLACE\tOk\t\t\n" + bad + "\nmy:b\tPLACE\tB\t\t\n"));
    assertThat(read.entries()).extracting(GazetteerEntry::getId).containsExactly("my:ok", "my:b");
    assertThat(read.problems().count()).isEqualTo(1);
    assertThat(read.problems().told().get(0)).startsWith("n.tsv:2: ").contains(problem);
  }

  @Test
  void readsNoLineWithoutEnd() throws IOException {
    Path endless = file("long.tsv", "x".repeat(300_000) + "\nmy:a\tPLACE\tA\t\t");
    GazetteerFile read = GazetteerFile.tsv(endless);
    assertThat(read.entries()).hasSize(1);
    assertThat(read.problems().told()).singleElement().asString().contains("long.tsv:1: ");
    Files.write(endless, new byte[] {(byte) 0xC3, '\n', 'm'});
    assertThat(GazetteerFile.tsv(endless).problems().told().get(0)).contains("not UTF-8");
  }

  @Test
  void readsGeoNames() throws IOException {
    String city =
        "360630\tCairo\tCairo\tالقاهرة,Kairo,CAI\t30.06\t31.25\tP\tPPLC\tEG\t\t11\t\t\t\t9606916\t\t23\tAfrica/Cairo\t2026-01-01";
    String village =
        "1\tCairo\tCairo\t\t30\t-88\tP\tPPL\tUS\t\t\t\t\t\t900\t\t\tAmerica/Chicago\t2026-01-01";
    Path names =
        file(
            "alternate.txt",
            "1\t360630\tru\tКаир\t1\t\t\t\n2\t360630\twkdt\tQ85\t\t\t\t\n3\t9\tru\tМимо\n"
                + "4\t360630\tla\tOld\t\t\t\t1\n");
    GazetteerFile read =
        GazetteerFile.geonames(
            file("cities.txt", city + "\n" + village + "\nfoo\tbar\n"), Optional.of(names));
    assertThat(read.entries())
        .extracting(GazetteerEntry::getId)
        .containsExactly("gn:360630", "gn:1");
    GazetteerEntry cairo = read.entries().get(0);
    assertThat(cairo.getQid()).isEqualTo("Q85");
    assertThat(cairo.getCountry()).isEqualTo("EG");
    assertThat(cairo.getAliases())
        .contains(
            new Alias("en", "Cairo", false, false, false),
            new Alias("und", "القاهرة", true, false, false),
            new Alias("ru", "Каир", false, false, false))
        .extracting(Alias::getName)
        .doesNotContain("Old");
    assertThat(read.entries().get(1).getAliases()).allMatch(Alias::getAmbiguous);
    assertThat(read.problems().told().get(0)).contains("cities.txt:3: has 2 columns");
  }

  @Test
  void readsWikidata() throws IOException {
    String person =
        "{\"id\":\"Q1\",\"labels\":{\"en\":{\"value\":\"Ann Lee\"},\"ar\":{\"value\":\"آن لي\"},"
            + "\"zh-hant\":{\"value\":\"安·李\"},\"simple\":{\"value\":\"x\"}},"
            + "\"aliases\":{\"en\":[{\"value\":\"Lee\"}]},\"claims\":{\"P31\":[{\"mainsnak\":"
            + "{\"datavalue\":{\"value\":{\"id\":\"Q5\"}}}}]}},";
    String country =
        "{\"id\":\"Q2\",\"labels\":{\"ru\":{\"value\":\"Страна\"}},\"claims\":"
            + "{\"P297\":[{\"mainsnak\":{\"datavalue\":{\"value\":\"KG\"}}}]}}";
    Path file = dir.resolve("dump.json.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(("[\n" + person + "\n" + country + "\n{\"id\":7}\n{oops\n]\n").getBytes(UTF_8));
    }
    GazetteerFile read = GazetteerFile.wikidata(file, Optional.empty());
    assertThat(read.entries()).extracting(GazetteerEntry::getId).containsExactly("wd:Q1", "KG");
    assertThat(read.entries().get(0).getType()).isEqualTo(EntityType.PERSON);
    assertThat(read.entries().get(0).getAliases())
        .containsExactly(
            new Alias("en", "Ann Lee", false, false, false),
            new Alias("ar", "آن لي", false, false, false),
            new Alias("zh-Hant", "安·李", false, false, false),
            new Alias("en", "Lee", true, false, false));
    assertThat(read.entries().get(1).getName()).isEqualTo("Страна");
    assertThat(read.problems().told()).hasSize(2);
    assertThat(GazetteerFile.wikidata(file, Optional.of(EntityType.EVENT)).entries())
        .extracting(GazetteerEntry::getType)
        .containsOnly(EntityType.EVENT);
  }
}
