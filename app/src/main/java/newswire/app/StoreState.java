package newswire.app;

/**
 * Which state of a key a record carries or a row has.
 *
 * @param rank by which states of one key are told apart; the greater wins where that is the rule
 * @param day of its effective time, UTC; empty if it has none
 * @param language BCP 47 tag; empty if it has none
 */
record StoreState(Rank rank, String day, String language) {

  /** A pair of numbers, compared one after the other. */
  record Rank(int generation, long counter) implements Comparable<Rank> {

    @Override
    public int compareTo(Rank other) {
      int order = Integer.compare(generation, other.generation);
      return order != 0 ? order : Long.compare(counter, other.counter);
    }
  }
}
