/** Sources to the raw topic: polled feeds with their pages, and files. */
@NullMarked
package newswire.ingest;

import org.jspecify.annotations.NullMarked;
