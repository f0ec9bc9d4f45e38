package newswire.ingest.feed;

import java.util.List;
import java.util.Locale;

/**
 * The WebSub hub that a feed announces (W3C WebSub, 4).
 *
 * @param hub the first one, absolute; empty if there is none
 * @param topic what the feed calls itself, absolute; empty if it does not say
 */
public record Announcement(String hub, String topic) {

  public static final Announcement NONE = new Announcement("", "");

  private static final int LONGEST_ADDRESS = 4_000;

  /** Of the first usable addresses. */
  static Announcement of(List<String> hubs, List<String> topics) {
    return new Announcement(first(hubs), first(topics));
  }

  private static String first(List<String> addresses) {
    return addresses.stream()
        .filter(address -> !address.isEmpty() && address.length() <= LONGEST_ADDRESS)
        .findFirst()
        .orElse("");
  }

  /** This, and what {@code other} says where this says nothing. */
  public Announcement or(Announcement other) {
    return new Announcement(hub.isEmpty() ? other.hub : hub, topic.isEmpty() ? other.topic : topic);
  }

  static boolean isRel(String rel, String wanted) {
    return List.of(rel.strip().toLowerCase(Locale.ROOT).split("\\s+")).contains(wanted);
  }
}
