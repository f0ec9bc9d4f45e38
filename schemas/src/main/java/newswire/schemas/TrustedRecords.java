package newswire.schemas;

import newswire.schemas.avro.Article;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Tells Avro that our records are ours. Since 1.12.2 it makes instances of trusted classes only,
 * and fails on the first default value of an enum otherwise.
 */
public final class TrustedRecords {

  static {
    String ours = Article.class.getPackageName() + ".";
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith(ours)));
  }

  private TrustedRecords() {}

  /** To be called before the first record is made; any number of times. */
  public static void register() {
    // Loading this class has done it.
  }
}
