package newswire.sink.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import newswire.schemas.RecordJson;
import org.apache.avro.generic.IndexedRecord;

/**
 * One column of a table and how it is filled from a {@code T}.
 *
 * @param name its name in the table
 */
record Column<T>(String name, Binder<T> binder) {

  // After an even number of backslashes: after an odd one it is a backslash and letters.
  private static final Pattern NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

  /** Binds one parameter. */
  @FunctionalInterface
  interface Binder<T> {
    void bind(PreparedStatement statement, int index, T row) throws SQLException;
  }

  static <T> Column<T> text(String name, Function<T, String> value) {
    return new Column<>(name, (s, i, row) -> s.setString(i, storable(value.apply(row))));
  }

  static <T> Column<T> optionalText(String name, Function<T, Optional<String>> value) {
    return new Column<>(
        name, (s, i, row) -> s.setString(i, value.apply(row).map(Column::storable).orElse(null)));
  }

  static <T> Column<T> texts(String name, Function<T, List<String>> value) {
    return new Column<>(
        name,
        (s, i, row) -> {
          Object[] elements = value.apply(row).stream().map(Column::storable).toArray();
          s.setArray(i, s.getConnection().createArrayOf("text", elements));
        });
  }

  /** A list of records as a JSON array, in a column of type jsonb. */
  static <T> Column<T> json(String name, Function<T, List<? extends IndexedRecord>> value) {
    return new Column<>(
        name,
        (s, i, row) -> {
          String array =
              value.apply(row).stream()
                  .map(RecordJson::line)
                  .collect(Collectors.joining(",", "[", "]"));
          s.setObject(i, storableJson(array), Types.OTHER);
        });
  }

  /** An object in JSON, in a column of type jsonb. */
  static <T> Column<T> jsonObject(String name, Function<T, String> value) {
    return new Column<>(
        name, (s, i, row) -> s.setObject(i, storableJson(value.apply(row)), Types.OTHER));
  }

  /** A value as Postgres reads it, in a column of a type that JDBC does not know. */
  static <T> Column<T> literal(String name, Function<T, String> value) {
    return new Column<>(
        name, (s, i, row) -> s.setObject(i, storable(value.apply(row)), Types.OTHER));
  }

  static <T> Column<T> flag(String name, Predicate<T> value) {
    return new Column<>(name, (s, i, row) -> s.setBoolean(i, value.test(row)));
  }

  static <T> Column<T> integer(String name, ToIntFunction<T> value) {
    return new Column<>(name, (s, i, row) -> s.setInt(i, value.applyAsInt(row)));
  }

  static <T> Column<T> number(String name, ToLongFunction<T> value) {
    return new Column<>(name, (s, i, row) -> s.setLong(i, value.applyAsLong(row)));
  }

  static <T> Column<T> real(String name, ToDoubleFunction<T> value) {
    return new Column<>(name, (s, i, row) -> s.setDouble(i, value.applyAsDouble(row)));
  }

  static <T> Column<T> time(String name, Function<T, Instant> value) {
    return optionalTime(name, row -> Optional.of(value.apply(row)));
  }

  static <T> Column<T> optionalTime(String name, Function<T, Optional<Instant>> value) {
    return new Column<>(
        name,
        (s, i, row) ->
            s.setObject(
                i,
                value.apply(row).map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null),
                Types.TIMESTAMP_WITH_TIMEZONE));
  }

  /** The same column, filled from a part of an {@code R}. */
  <R> Column<R> of(Function<R, T> part) {
    return new Column<>(name, (s, i, row) -> binder.bind(s, i, part.apply(row)));
  }

  /**
   * Postgres cannot hold U+0000 in a text; offsets would rather be off by one than the text gone.
   */
  static String storable(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
  }

  /** The same of a text in JSON, where that character is an escape. */
  static String storableJson(String json) {
    return json.contains("u0000") ? NUL.matcher(json).replaceAll("$1") : json;
  }
}
