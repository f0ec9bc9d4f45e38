package newswire.enrich.entities;

/** How much an article is about an entity: by where and how often it names it. */
final class Salience {

  private static final double TITLE = 0.4;
  private static final double EARLY = 0.25;
  private static final double OFTEN = 0.35;

  private Salience() {}

  /**
   * From 0 to 1.
   *
   * @param first offset of the first mention in the text; its length if there is none
   * @param length of the text
   * @param most mentions that any entity of the article has
   */
  static double of(boolean inTitle, int first, int length, int mentions, int most) {
    double early = length == 0 ? 0 : 1 - (double) first / length;
    double often = most == 0 ? 0 : (double) mentions / most;
    return (inTitle ? TITLE : 0) + EARLY * early + OFTEN * often;
  }
}
