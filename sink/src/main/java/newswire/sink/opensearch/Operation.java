package newswire.sink.opensearch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import newswire.sink.intake.Item;
import org.jspecify.annotations.Nullable;

/** A part of a bulk request: one line, or two. */
sealed interface Operation {

  /** The record that wants it; null if none does. */
  @Nullable Item origin();

  String id();

  void appendTo(StringBuilder lines);

  /**
   * Puts a document where none of a greater version is.
   *
   * @param index alias
   */
  record Write(String index, String id, ObjectNode document, long version, @Nullable Item origin)
      implements Operation {

    @Override
    public void appendTo(StringBuilder lines) {
      ObjectNode line = Client.JSON.createObjectNode();
      action(line, "index", index, id).put("version", version).put("version_type", "external_gte");
      lines.append(line).append('\n').append(document).append('\n');
    }
  }

  /**
   * Deletes a document, if it is still the one that was read.
   *
   * @param index alias
   */
  record Delete(String index, String id, long seqNo, long primaryTerm, @Nullable Item origin)
      implements Operation {

    @Override
    public void appendTo(StringBuilder lines) {
      ObjectNode line = Client.JSON.createObjectNode();
      action(line, "delete", index, id).put("if_seq_no", seqNo).put("if_primary_term", primaryTerm);
      lines.append(line).append('\n');
    }
  }

  // Without the alias a missing index would be made by the request, without its mapping.
  private static ObjectNode action(ObjectNode line, String name, String index, String id) {
    return line.putObject(name).put("_index", index).put("_id", id).put("require_alias", true);
  }
}
