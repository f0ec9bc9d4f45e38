package newswire.lake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.jspecify.annotations.Nullable;

/** Values of Avro records as values of columns. */
final class Values {

  private static final int LAST_YEAR = 9999;

  /** What no column holds; the message says which and why. */
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    Unfit(String message) {
      super(message);
    }
  }

  private Values() {}

  /** Sets the columns that the record has fields for. */
  static void copy(IndexedRecord from, Record to) throws Unfit {
    for (NestedField column : to.struct().fields()) {
      Schema.@Nullable Field field = from.getSchema().getField(column.name());
      if (field != null) {
        to.setField(column.name(), value(from.get(field.pos()), column.type(), column.name()));
      }
    }
  }

  private static @Nullable Object value(@Nullable Object value, Type type, String name)
      throws Unfit {
    if (value instanceof IndexedRecord record) {
      Record struct = GenericRecord.create((StructType) type);
      copy(record, struct);
      return struct;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> elements = new ArrayList<>(list.size());
      for (Object element : list) {
        elements.add(value(element, type.asListType().elementType(), name));
      }
      return elements;
    }
    if (value instanceof Instant instant) {
      return time(instant, name);
    }
    return value instanceof CharSequence || value instanceof Enum ? value.toString() : value;
  }

  /** Beyond these years tools differ in what they read. */
  static OffsetDateTime time(Instant instant, String name) throws Unfit {
    OffsetDateTime time = instant.atOffset(ZoneOffset.UTC);
    if (time.getYear() < 1 || time.getYear() > LAST_YEAR) {
      throw new Unfit(name + " lies outside the years 1 to 9999: " + instant);
    }
    return time;
  }

  static LocalDate day(Instant instant, String name) throws Unfit {
    return time(instant, name).toLocalDate();
  }
}
