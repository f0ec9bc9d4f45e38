/** HTTP, bounded in time, size and reach, and polite to each site. */
@NullMarked
package newswire.ingest.fetch;

import org.jspecify.annotations.NullMarked;
