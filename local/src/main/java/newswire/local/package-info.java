/**
 * A real Kafka, a real schema registry and a real Postgres in one process tree, kept in one
 * directory.
 */
@NullMarked
package newswire.local;

import org.jspecify.annotations.NullMarked;
