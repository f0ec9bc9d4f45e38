package newswire.sink.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnTest {

  @Test
  void leavesOutOnlyTheCharacterThatPostgresCannotHold() {
    assertThat(Column.storable("\0ن\0ص")).isEqualTo("نص");
    assertThat(Column.storable("正文")).isEqualTo("正文");
    assertThat(Column.storable("Привет\u0001\n")).isEqualTo("Привет\u0001\n");
  }

  @Test
  void leavesItOutOfJsonWhereItIsAnEscape() {
    assertThat(Column.storableJson("[\"ن\\u0000\\u0000ص\"]")).isEqualTo("[\"نص\"]");
    assertThat(Column.storableJson("[\"正\\\\u0000文\"]")).isEqualTo("[\"正\\\\u0000文\"]");
    assertThat(Column.storableJson("[\"а\\\\\\u0000б\"]")).isEqualTo("[\"а\\\\б\"]");
  }
}
