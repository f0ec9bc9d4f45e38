/**
 * The Postgres sink.
 *
 * <p>The way of a record: {@link newswire.sink.postgres.PartitionLoop} polls, {@link
 * newswire.sink.intake.RecordReader} says what the record means, {@link newswire.sink.intake.Batch}
 * is the net effect of many, and {@link newswire.sink.postgres.Transaction} writes it together with
 * the moved offsets. {@link newswire.sink.postgres.BatchWriter} finds the record that Postgres
 * refuses, {@link newswire.sink.postgres.Ownership} keeps to the partitions that are ours.
 */
@NullMarked
package newswire.sink.postgres;

import org.jspecify.annotations.NullMarked;
