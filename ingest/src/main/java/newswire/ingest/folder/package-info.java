/** A folder that files are dropped into. */
@NullMarked
package newswire.ingest.folder;

import org.jspecify.annotations.NullMarked;
