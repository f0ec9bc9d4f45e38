/** Feeds of every kind to entries, as a pure function. */
@NullMarked
package newswire.ingest.feed;

import org.jspecify.annotations.NullMarked;
