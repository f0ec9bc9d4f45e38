package newswire.sink.intake;

import java.util.List;

/** A store that may be given a record twice, and is none the worse for it. */
public interface Store {

  /**
   * Makes sure that the store is there; called at the start and after trouble.
   *
   * @throws StoreDown if it is not, or not now
   */
  void open() throws StoreDown;

  /**
   * Returns when the records are safe.
   *
   * @param items in the order of their partitions; those that cannot be read are refused already
   * @return for the dead letters: what was refused before, and what the store will never hold
   * @throws StoreDown if some may not be stored; all of them will come again
   */
  List<Item> write(List<Item> items) throws StoreDown;

  /** The store does not answer, or says that it cannot now; says nothing about any record. */
  final class StoreDown extends Exception {
    private static final long serialVersionUID = 1L;

    public StoreDown(String message) {
      super(message);
    }

    public StoreDown(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
