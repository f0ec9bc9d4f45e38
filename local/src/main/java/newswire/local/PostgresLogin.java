package newswire.local;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The one user of the embedded Postgres and its password, which only the owner of the directory can
 * read.
 */
record PostgresLogin(String user, String password) {

  static final String DATABASE = "newswire";

  private static final String USER = "newswire";
  private static final int SECONDS = 10;

  static PostgresLogin kept(Path file) throws IOException {
    if (!Files.exists(file)) {
      byte[] secret = new byte[16];
      new SecureRandom().nextBytes(secret);
      Path next = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(next);
      Files.createFile(
          next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(next, HexFormat.of().formatHex(secret), US_ASCII);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return new PostgresLogin(USER, Files.readString(file, US_ASCII).strip());
  }

  static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
  }

  /** Whether the server on this port lets us in and keeps its data in this directory. */
  boolean isServing(Path data, int port) {
    try (Connection connection = connect(port, "postgres");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select current_setting('data_directory')")) {
      return row.next() && Files.isSameFile(Path.of(row.getString(1)), data);
    } catch (SQLException | IOException e) {
      return false;
    }
  }

  void createDatabase(int port) throws SQLException {
    try (Connection connection = connect(port, "postgres");
        Statement statement = connection.createStatement()) {
      boolean exists;
      try (ResultSet rows =
          statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
        exists = rows.next();
      }
      if (!exists) {
        statement.execute("create database " + DATABASE);
      }
    }
  }

  private Connection connect(int port, String database) throws SQLException {
    PGSimpleDataSource server = new PGSimpleDataSource();
    server.setServerNames(new String[] {"127.0.0.1"});
    server.setPortNumbers(new int[] {port});
    server.setDatabaseName(database);
    server.setUser(user);
    server.setPassword(password);
    server.setConnectTimeout(SECONDS);
    server.setSocketTimeout(SECONDS);
    return server.getConnection();
  }

  @Override
  public String toString() {
    return "PostgresLogin[" + user + "]";
  }
}
