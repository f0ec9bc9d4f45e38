package newswire.ner.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The bytes of an ONNX model that looks up the scores of each sub-token in a table: as much of
 * protocol buffers and of onnx.proto3 as that takes.
 */
final class OnnxFile {

  private static final int VARINT = 0;
  private static final int BYTES = 2;
  private static final int FLOAT = 1;
  private static final int INT64 = 7;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private OnnxFile() {}

  /**
   * A model whose output {@code logits} is, for each id of the first input, a row of the table.
   *
   * @param inputs names; the first has the ids, the others are not looked at
   */
  static byte[] lookup(float[][] table, List<String> inputs) {
    OnnxFile gather =
        new OnnxFile().text(1, "table").text(1, inputs.get(0)).text(2, "logits").text(4, "Gather");
    OnnxFile graph = new OnnxFile().message(1, gather).text(2, "lookup").message(5, tensor(table));
    inputs.forEach(input -> graph.message(11, value(input, INT64, "batch", "length")));
    graph.message(12, value("logits", FLOAT, "batch", "length", "labels"));
    return new OnnxFile()
        .number(1, 8)
        .message(7, graph)
        .message(8, new OnnxFile().number(2, 13))
        .out
        .toByteArray();
  }

  private static OnnxFile tensor(float[][] table) {
    ByteBuffer raw =
        ByteBuffer.allocate(table.length * table[0].length * Float.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    for (float[] row : table) {
      for (float score : row) {
        raw.putFloat(score);
      }
    }
    return new OnnxFile()
        .number(1, table.length)
        .number(1, table[0].length)
        .number(2, FLOAT)
        .text(8, "table")
        .bytes(9, raw.array());
  }

  private static OnnxFile value(String name, int type, String... dimensions) {
    OnnxFile shape = new OnnxFile();
    for (String dimension : dimensions) {
      shape.message(1, new OnnxFile().text(2, dimension));
    }
    OnnxFile tensor = new OnnxFile().number(1, type).message(2, shape);
    return new OnnxFile().text(1, name).message(2, new OnnxFile().message(1, tensor));
  }

  private OnnxFile number(int field, long value) {
    varint(((long) field << 3) | VARINT);
    varint(value);
    return this;
  }

  private OnnxFile text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  private OnnxFile message(int field, OnnxFile value) {
    return bytes(field, value.out.toByteArray());
  }

  private OnnxFile bytes(int field, byte[] value) {
    varint(((long) field << 3) | BYTES);
    varint(value.length);
    out.writeBytes(value);
    return this;
  }

  private void varint(long value) {
    long rest = value;
    while (rest > 0x7F) {
      out.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
