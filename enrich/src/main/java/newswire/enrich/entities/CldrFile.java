package newswire.enrich.entities;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.InflaterInputStream;
import newswire.schemas.avro.EntityType;

/**
 * Names of territories and cities by Unicode's CLDR, in a compact file: the entries, then for each
 * language a deflated block of {@code number of entry, tab, name} lines, which is read when the
 * language first comes up.
 */
final class CldrFile {

  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, byte[]> blocks = new HashMap<>();

  private CldrFile() {}

  static CldrFile read(byte[] bytes) {
    CldrFile file = new CldrFile();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      byte[] head = in.readNBytes(in.readInt());
      for (String line : inflated(head)) {
        String[] row = line.split("\t", -1);
        file.entries.add(new Entry(row[0], EntityType.valueOf(row[1]), row[2], "", row[3]));
      }
      int languages = in.readInt();
      for (int i = 0; i < languages; i++) {
        String tag = in.readUTF();
        file.blocks.put(tag, in.readNBytes(in.readInt()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the file of CLDR's names is damaged", e);
    }
    return file;
  }

  List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** Names in a language, countries before cities; none in one that the file does not have. */
  List<Name> names(String language) {
    byte[] block = blocks.get(language);
    List<Name> names = new ArrayList<>();
    for (String line : block == null ? List.<String>of() : inflated(block)) {
      int tab = line.indexOf('\t');
      Entry entry = entries.get(Integer.parseInt(line.substring(0, tab)));
      names.add(new Name(line.substring(tab + 1), entry, Name.Use.PLAIN));
    }
    return names;
  }

  private static List<String> inflated(byte[] block) {
    try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(block))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the file of CLDR's names is damaged", e);
    }
  }
}
