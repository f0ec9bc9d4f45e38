package newswire.sink.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import newswire.sink.intake.Reason;
import org.junit.jupiter.api.Test;

class SqlFailureTest {

  @Test
  void blamesTheContentForWhatWaitingCannotMend() {
    assertThat(of("22021")).isEqualTo(SqlFailure.CONTENT); // a character that is none
    assertThat(of("23502")).isEqualTo(SqlFailure.CONTENT); // null where none may be
    assertThat(of("54000")).isEqualTo(SqlFailure.CONTENT); // too long for an index
  }

  @Test
  void waitsForAllElse() {
    assertThat(of("08006")).isEqualTo(SqlFailure.STORE); // gone
    assertThat(of("40P01")).isEqualTo(SqlFailure.STORE); // deadlock
    assertThat(of("42P01")).isEqualTo(SqlFailure.STORE); // somebody dropped a table
    assertThat(of("53100")).isEqualTo(SqlFailure.STORE); // disk full
    assertThat(of("57P01")).isEqualTo(SqlFailure.STORE); // shutting down
    assertThat(SqlFailure.of(new SQLException("no state"))).isEqualTo(SqlFailure.STORE);
  }

  @Test
  void looksThroughThePoolForALoginThatIsRefused() {
    SQLException cause = new SQLException("FATAL: пароль\nDetail", "28P01");
    SQLException pool = new SQLTransientConnectionException("timed out", "08001", cause);

    assertThat(SqlFailure.of(pool)).isEqualTo(SqlFailure.LOGIN);
    assertThat(Reason.sentence(pool)).isEqualTo("FATAL: пароль");
  }

  @Test
  void saysTheClassWhereThereIsNoMessage() {
    assertThat(Reason.sentence(new IllegalStateException((String) null)))
        .isEqualTo("IllegalStateException");
  }

  private static SqlFailure of(String state) {
    return SqlFailure.of(new BatchUpdateException("قيمة مرفوضة", state, new int[0]));
  }
}
