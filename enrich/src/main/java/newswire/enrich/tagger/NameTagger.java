package newswire.enrich.tagger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Finds the names of persons, places and organisations in a text. Deterministic, and safe for use
 * by several threads.
 */
public interface NameTagger {

  /**
   * The names in a text, in its order, none overlapping.
   *
   * @param language BCP 47 tag
   */
  List<Span> tag(String text, String language);

  /**
   * Opens a tagger that the user has as files. It comes from a module that need not be there, and
   * is found by {@link ServiceLoader}.
   */
  interface Provider {

    /**
     * Opens the tagger for the life of the process.
     *
     * @throws IOException says which file is missing or wrong, and what mends it
     */
    NameTagger open(Path directory) throws IOException;

    /** The first on the class path. */
    static Optional<Provider> installed() {
      return ServiceLoader.load(Provider.class).findFirst();
    }
  }
}
