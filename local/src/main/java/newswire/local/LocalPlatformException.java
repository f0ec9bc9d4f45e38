package newswire.local;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/** Why the platform does not start, in one sentence that names the place and the mend. */
public final class LocalPlatformException extends Exception {

  private static final long serialVersionUID = 1L;

  LocalPlatformException(String sentence) {
    super(sentence);
  }

  LocalPlatformException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** "cannot {@code doing}: the reason; the mend". */
  static LocalPlatformException cannot(String doing, IOException e) {
    String reason = reason(e);
    String mend =
        reason.contains("No space left")
            ? "free some space and start again"
            : "make that possible or give another --data";
    return new LocalPlatformException("cannot " + doing + ": " + reason + "; " + mend, e);
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileSystemException f && f.getReason() != null) {
      return f.getReason();
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
