package newswire.sink.lake;

import java.nio.file.Path;

/**
 * Where Iceberg tables are.
 *
 * @param warehouse folder of their files
 * @param catalog JDBC URL of the catalog; empty for a SQLite file in the warehouse
 * @param user of the catalog's database; empty if it asks for none
 * @param password likewise
 * @param namespace of the tables
 */
public record IcebergConfig(
    Path warehouse, String catalog, String user, String password, String namespace) {

  public static final String DEFAULT_NAMESPACE = "newswire";

  public IcebergConfig {
    if (!catalog.isEmpty() && !catalog.startsWith("jdbc:")) {
      throw new IllegalArgumentException(
          "a catalog is a JDBC URL, such as jdbc:postgresql://host/db, not " + catalog);
    }
    if (namespace.isBlank()) {
      throw new IllegalArgumentException("the namespace must have a name");
    }
  }

  /** Without the password. */
  @Override
  public String toString() {
    return namespace + " in " + warehouse;
  }
}
