package newswire.enrich.relate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import newswire.enrich.rows.MemoryRows;
import newswire.enrich.rows.Rows;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.Sketch;
import newswire.schemas.avro.Story;
import org.apache.avro.message.MessageDecoder;
import org.apache.avro.message.MessageEncoder;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Tables that hold bytes only: who starts on them again has nothing else. */
final class SavedTables implements Newsroom.Tables {

  private final Map<String, Rows<byte[]>> saved = new HashMap<>();

  @Override
  public Rows<byte[]> bare(String name) {
    return Objects.requireNonNull(saved.computeIfAbsent(name, n -> new MemoryRows<>()));
  }

  @Override
  public Rows<Sketch> sketches(String name) {
    return new CodedRows<>(bare(name), Sketch.getEncoder(), Sketch.getDecoder());
  }

  @Override
  public Rows<Relation> relations(String name) {
    return new CodedRows<>(bare(name), Relation.getEncoder(), Relation.getDecoder());
  }

  @Override
  public Rows<Story> stories(String name) {
    return new CodedRows<>(bare(name), Story.getEncoder(), Story.getDecoder());
  }

  private record CodedRows<V>(
      Rows<byte[]> rows, MessageEncoder<V> encoder, MessageDecoder<V> decoder) implements Rows<V> {

    @Override
    public @Nullable V get(Bytes key) {
      byte @Nullable [] bytes = rows.get(key);
      try {
        return bytes == null ? null : decoder.decode(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void put(Bytes key, V value) {
      try {
        ByteBuffer encoded = encoder.encode(value);
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        rows.put(key, bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void delete(Bytes key) {
      rows.delete(key);
    }

    @Override
    public List<Bytes> keys(Bytes from, Bytes to, int limit) {
      return rows.keys(from, to, limit);
    }

    @Override
    public @Nullable Bytes lastKey() {
      return rows.lastKey();
    }
  }
}
