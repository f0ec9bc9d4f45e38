package newswire.lake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.iceberg.data.Record;
import org.apache.kafka.common.TopicPartition;

/**
 * Records of one partition that are stored together.
 *
 * @param first where the partition stands in the store
 * @param next where it stands afterwards
 * @param rows what comes of the records, in their order; those refused are none
 */
record Range(TopicPartition partition, long first, long next, List<Row> rows) {

  /** The rows by the day under which they are filed. */
  static SortedMap<LocalDate, List<Record>> byDay(List<Range> ranges) {
    SortedMap<LocalDate, List<Record>> days = new TreeMap<>();
    for (Range range : ranges) {
      for (Row row : range.rows()) {
        days.computeIfAbsent(row.day(), day -> new ArrayList<>()).add(row.values());
      }
    }
    return days;
  }
}
