package newswire.enrich.tagger;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The form in which models are kept: deflated; keys sorted, as differences; of each row a byte that
 * tells which tags have weights, then those. Equal models give equal bytes.
 */
final class ModelFile {

  private static final int MAGIC = 0x4E455231; // NER1

  private ModelFile() {}

  /** Weights by key, before they are packed. */
  record Content(
      String language,
      double scale,
      SortedMap<Integer, byte[]> emit,
      SortedMap<Integer, byte[]> edge,
      Lexicon lexicon) {

    Model model() {
      return new Model(language, scale, packed(emit, 1), packed(edge, Tags.COUNT), lexicon);
    }

    private static Weights packed(SortedMap<Integer, byte[]> rows, int perKey) {
      Weights weights = new Weights(rows.size(), perKey);
      rows.forEach(weights::put);
      return weights;
    }
  }

  static void write(Content content, OutputStream to) throws IOException {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(to, deflater))) {
      out.writeInt(MAGIC);
      out.writeUTF(content.language());
      out.writeDouble(content.scale());
      writeRows(content.emit(), 1, out);
      writeRows(content.edge(), Tags.COUNT, out);
      SortedMap<Integer, Byte> words = content.lexicon().entries();
      writeKeys(words, out);
      for (byte kind : words.values()) {
        out.writeByte(kind);
      }
    } finally {
      deflater.end();
    }
  }

  private static void writeRows(SortedMap<Integer, byte[]> rows, int perKey, DataOutputStream out)
      throws IOException {
    writeKeys(rows, out);
    for (byte[] bytes : rows.values()) {
      for (int row = 0; row < perKey; row++) {
        int mask = 0;
        for (int tag = 0; tag < Tags.COUNT; tag++) {
          mask |= bytes[row * Tags.COUNT + tag] == 0 ? 0 : 1 << tag;
        }
        out.writeByte(mask);
      }
    }
    for (byte[] bytes : rows.values()) {
      for (byte weight : bytes) {
        if (weight != 0) {
          out.writeByte(weight);
        }
      }
    }
  }

  private static void writeKeys(SortedMap<Integer, ?> rows, DataOutputStream out)
      throws IOException {
    out.writeInt(rows.size());
    long before = Integer.MIN_VALUE;
    for (int key : rows.keySet()) {
      long difference = key - before;
      while (difference > 0x7F) {
        out.writeByte((int) (difference & 0x7F | 0x80));
        difference >>>= 7;
      }
      out.writeByte((int) difference);
      before = key;
    }
  }

  /**
   * Reads a model.
   *
   * @throws IOException also if it is not one, or one of another version
   */
  static Content read(InputStream from) throws IOException {
    try (DataInputStream in = new DataInputStream(new InflaterInputStream(from))) {
      if (in.readInt() != MAGIC) {
        throw new IOException("not a model of this version: train it anew");
      }
      String language = in.readUTF();
      double scale = in.readDouble();
      SortedMap<Integer, byte[]> emit = readRows(1, in);
      SortedMap<Integer, byte[]> edge = readRows(Tags.COUNT, in);
      int[] words = readKeys(in);
      SortedMap<Integer, Byte> kinds = new TreeMap<>();
      for (int word : words) {
        kinds.put(word, in.readByte());
      }
      return new Content(language, scale, emit, edge, new Lexicon(kinds));
    }
  }

  private static SortedMap<Integer, byte[]> readRows(int perKey, DataInputStream in)
      throws IOException {
    int[] keys = readKeys(in);
    byte[] masks = in.readNBytes(keys.length * perKey);
    SortedMap<Integer, byte[]> rows = new TreeMap<>();
    for (int k = 0; k < keys.length; k++) {
      byte[] bytes = new byte[perKey * Tags.COUNT];
      for (int i = 0; i < bytes.length; i++) {
        if ((masks[k * perKey + i / Tags.COUNT] >> i % Tags.COUNT & 1) != 0) {
          bytes[i] = in.readByte();
        }
      }
      rows.put(keys[k], bytes);
    }
    return rows;
  }

  private static int[] readKeys(DataInputStream in) throws IOException {
    int[] keys = new int[in.readInt()];
    long key = Integer.MIN_VALUE;
    for (int i = 0; i < keys.length; i++) {
      int shift = 0;
      int next;
      do {
        next = in.readUnsignedByte();
        key += (long) (next & 0x7F) << shift;
        shift += 7;
      } while (next > 0x7F);
      keys[i] = (int) key;
    }
    return keys;
  }
}
