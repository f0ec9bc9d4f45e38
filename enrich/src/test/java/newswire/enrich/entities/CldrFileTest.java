package newswire.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

/**
 * The file of CLDR's names is what ICU says now; {@code -Dcldr.write=true} writes it anew, after a
 * new ICU or a change of {@link CldrNames}.
 */
class CldrFileTest {

  private static final Path FILE = Path.of("src/main/resources/newswire/enrich/entities/cldr.bin");
  private static final List<String> LANGUAGES =
      List.of(
          ("en de fr es pt it nl sv da nb nn fi et lv lt pl cs sk sl hr bs sr-Latn ro hu tr az uz vi"
                  + " id ms fil sw sq ca so af ru uk be bg mk sr-Cyrl kk ky tg mn el hy ka ar fa ur"
                  + " ps ckb ug sd he hi mr ne bn pa gu or ta te kn ml si th lo km my zh zh-Hant ja"
                  + " ko am ti eu gl is ga cy mt lb zu xh yo ha ig rw bo")
              .split(" "));

  private final CldrNames icu = new CldrNames();

  @Test
  void isWhatUnicodeSays() throws IOException {
    if (Boolean.getBoolean("cldr.write")) {
      Files.write(FILE, written());
    }
    CldrFile file = shipped();
    assertThat(file.entries()).isEqualTo(icu.entries());
    for (String language : LANGUAGES) {
      List<Name> names = new ArrayList<>();
      icu.names(language)
          .forEach((text, entry) -> names.add(new Name(text, entry, Name.Use.PLAIN)));
      assertThat(file.names(language)).as(language).isEqualTo(names);
    }
    assertThat(file.names("xx")).isEmpty();
  }

  @Test
  void isCompact() throws IOException {
    assertThat(Files.size(FILE)).isLessThan(700_000);
  }

  private static CldrFile shipped() throws IOException {
    try (InputStream in = CldrFile.class.getResourceAsStream("cldr.bin")) {
      return CldrFile.read(in.readAllBytes());
    }
  }

  private byte[] written() throws IOException {
    List<Entry> entries = icu.entries();
    Map<Entry, Integer> numbers = new HashMap<>();
    StringBuilder head = new StringBuilder();
    for (Entry e : entries) {
      numbers.put(e, numbers.size());
      head.append(String.join("\t", e.id(), e.type().name(), e.name(), e.country())).append('\n');
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    write(out, head);
    out.writeInt(LANGUAGES.size());
    for (String language : LANGUAGES) {
      StringBuilder block = new StringBuilder();
      icu.names(language)
          .forEach((n, e) -> block.append(numbers.get(e)).append('\t').append(n).append('\n'));
      out.writeUTF(language);
      write(out, block);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, CharSequence text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater =
        new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION))) {
      deflater.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
    out.writeInt(bytes.size());
    bytes.writeTo(out);
  }
}
