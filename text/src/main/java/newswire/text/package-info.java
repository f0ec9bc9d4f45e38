/** Bytes to text, and times as publishers write them: what ingest and enrichment both need. */
@NullMarked
package newswire.text;

import org.jspecify.annotations.NullMarked;
