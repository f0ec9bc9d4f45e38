package newswire.lake;

import java.time.LocalDate;
import org.apache.iceberg.data.Record;

/**
 * One state of an article, story or order.
 *
 * @param day UTC; where it is filed
 */
record Row(LocalDate day, Record values) {}
