package newswire.enrich.entities;

import org.jspecify.annotations.Nullable;

/**
 * One way to write an entry's name.
 *
 * @param text as it is written
 * @param entry what it names; null for a phrase that only looks like a name
 * @param use how sure it is
 */
record Name(String text, @Nullable Entry entry, Use use) {

  /**
   * When a name counts.
   *
   * @param ambiguous only beside another name of the entry, or of its country
   * @param exact only in this writing: no other case, accents or endings
   * @param definite only after a definite article
   * @param demonym it is an adjective or what its people are called
   */
  record Use(boolean ambiguous, boolean exact, boolean definite, boolean demonym) {

    static final Use PLAIN = new Use(false, false, false, false);
    static final Use DEMONYM = new Use(false, false, false, true);
  }
}
