/** What every kind of source needs: bytes to text, and claimed times to instants. */
@NullMarked
package newswire.ingest.text;

import org.jspecify.annotations.NullMarked;
