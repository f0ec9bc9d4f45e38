package newswire.ingest;

import java.time.Clock;
import java.util.Queue;
import newswire.ingest.websub.Callbacks;

/** Asks the hubs of our sources for subscriptions and takes in what they tell. For one thread. */
final class Subscriber implements AutoCloseable {

  private final Callbacks callbacks;
  private final HubNotices notices;

  Subscriber(Callbacks callbacks, HubNotices notices) {
    this.callbacks = callbacks;
    this.notices = notices;
  }

  /**
   * @param arrivals takes what is to be done on the session's thread
   */
  void turn(SourceTable table, Crawl crawl, Clock clock, Queue<Runnable> arrivals) {
    notices.poll(table::heard);
    // What a hub has confirmed already must not be asked for again.
    if (notices.isUpToDate()) {
      for (HubRound round : table.hubRounds(clock.instant())) {
        if (round.isAsking()) {
          ask(round, crawl, clock, arrivals);
        }
      }
    }
  }

  private void ask(HubRound round, Crawl crawl, Clock clock, Queue<Runnable> arrivals) {
    String form =
        callbacks.request(round.source().getId(), round.hub().getUrl(), round.hub().getTopic());
    crawl.post(
        round.source(),
        round.hub().getUrl(),
        form,
        round::isWanted,
        result ->
            arrivals.add(
                () -> round.arrived(HubPlan.requested(round.hub(), result, clock.instant()))));
  }

  @Override
  public void close() {
    notices.close();
  }
}
