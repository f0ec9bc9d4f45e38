/** News agencies' formats: NITF, NewsML 1, NewsML-G2 and ninjs, read by pure functions. */
@NullMarked
package newswire.ingest.wire;

import org.jspecify.annotations.NullMarked;
