/** Archives of the web: WARC files, such as those of CC-NEWS. */
@NullMarked
package newswire.ingest.archive;

import org.jspecify.annotations.NullMarked;
