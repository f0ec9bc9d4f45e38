/**
 * The OpenSearch sink.
 *
 * <p>The way of a record: {@link newswire.sink.intake.AtLeastOnce} reads and commits, {@link
 * newswire.sink.opensearch.OpenSearchStore} obeys the orders and {@link
 * newswire.sink.opensearch.Bulk} writes, with a {@link newswire.sink.opensearch.Versions version}
 * by which OpenSearch itself refuses what is older.
 */
@NullMarked
package newswire.sink.opensearch;

import org.jspecify.annotations.NullMarked;
