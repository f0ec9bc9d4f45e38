package newswire.app;

/**
 * What is another in one field.
 *
 * @param before as it is live; of entities those that are lost, of other fields nothing
 * @param after as the replay has it; of entities those that are new, of other fields their names
 */
record FieldChange(DiffField field, String before, String after) {

  /** In a few words. */
  String words() {
    return switch (field) {
      case ENTITIES ->
          (before.isEmpty() ? "" : "lost " + before)
              + (before.isEmpty() || after.isEmpty() ? "" : "; ")
              + (after.isEmpty() ? "" : "new " + after);
      case OTHER -> after;
      default -> said(before) + " -> " + said(after);
    };
  }

  private static String said(String value) {
    return value.isEmpty() ? "none" : value;
  }
}
