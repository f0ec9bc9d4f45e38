/** Which part of history is computed again. */
@NullMarked
package newswire.enrich.replay;

import org.jspecify.annotations.NullMarked;
