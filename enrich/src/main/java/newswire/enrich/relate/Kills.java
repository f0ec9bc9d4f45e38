package newswire.enrich.relate;

import newswire.enrich.rows.Row;
import newswire.enrich.rows.Rows;

/**
 * The articles that are killed, for ever and before they come.
 *
 * @param rows by article id
 */
record Kills(Rows<byte[]> rows) {

  /** Whether it was not there yet. */
  boolean add(String id) {
    if (has(id)) {
      return false;
    }
    rows.put(Row.ofId(id), Row.NOTHING);
    return true;
  }

  boolean has(String id) {
    return rows.get(Row.ofId(id)) != null;
  }
}
