/** Articles pushed to us over HTTP. */
@NullMarked
package newswire.ingest.push;

import org.jspecify.annotations.NullMarked;
