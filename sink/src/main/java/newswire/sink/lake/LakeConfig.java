package newswire.sink.lake;

import java.time.Duration;

/**
 * What sinks that write files have in common.
 *
 * @param group consumer group; its processes share the partitions
 * @param batchBytes records are written when they are that large together in Kafka
 * @param batchAge or when the oldest of them has waited that long
 * @param longestRetry pause between two tries of a store that is down, at most
 */
public record LakeConfig(String group, int batchBytes, Duration batchAge, Duration longestRetry) {

  public static final int DEFAULT_MEGABYTES = 64;
  public static final Duration DEFAULT_AGE = Duration.ofMinutes(5);

  private static final int MEGABYTE = 1024 * 1024;
  private static final int MOST_MEGABYTES = 1024;
  private static final Duration LONGEST_AGE = Duration.ofHours(1);
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(10);

  public LakeConfig {
    if (group.isBlank()) {
      throw new IllegalArgumentException("the group must have a name");
    }
    if (batchBytes < 1) {
      throw new IllegalArgumentException("a batch must have at least 1 byte, not " + batchBytes);
    }
    if (batchAge.isNegative() || batchAge.compareTo(LONGEST_AGE) > 0) {
      throw new IllegalArgumentException(
          "records may wait for 0 seconds to 1 hour, not " + batchAge);
    }
  }

  /** As on the command line. */
  public static LakeConfig of(String group, int megabytes, Duration batchAge) {
    if (megabytes < 1 || megabytes > MOST_MEGABYTES) {
      throw new IllegalArgumentException("a batch has 1 to 1024 MB, not " + megabytes);
    }
    return new LakeConfig(group, megabytes * MEGABYTE, batchAge, LONGEST_RETRY);
  }
}
