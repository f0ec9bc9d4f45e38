/**
 * Rows in Parquet files. {@link newswire.lake.LakeSink} reads and decides when to write, a {@link
 * newswire.lake.Lake} keeps the rows and, with them, how far each partition has come.
 */
@NullMarked
package newswire.lake;

import org.jspecify.annotations.NullMarked;
