package newswire.lake;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;

/** Columns for the fields of an Avro record, by the same names; all may be null. */
final class Columns {

  private int last;

  /** The fields of the record, with ids from 1 on. */
  static List<NestedField> of(Schema record) {
    return new Columns().fields(record);
  }

  private List<NestedField> fields(Schema record) {
    List<NestedField> fields = new ArrayList<>();
    for (Schema.Field field : record.getFields()) {
      int id = ++last;
      fields.add(NestedField.optional(id, field.name(), type(field.schema()), field.doc()));
    }
    return fields;
  }

  private Type type(Schema schema) {
    return switch (schema.getType()) {
      case RECORD -> Types.StructType.of(fields(schema));
      case ARRAY -> {
        int id = ++last;
        yield Types.ListType.ofRequired(id, type(schema.getElementType()));
      }
      case UNION -> type(present(schema));
      case LONG ->
          schema.getLogicalType() == null ? Types.LongType.get() : Types.TimestampType.withZone();
      case INT -> Types.IntegerType.get();
      case DOUBLE -> Types.DoubleType.get();
      case BOOLEAN -> Types.BooleanType.get();
      case STRING, ENUM -> Types.StringType.get();
      default -> throw new IllegalArgumentException("no column for " + schema);
    };
  }

  private static Schema present(Schema union) {
    return union.getTypes().stream()
        .filter(schema -> schema.getType() != Schema.Type.NULL)
        .findFirst()
        .orElseThrow();
  }
}
