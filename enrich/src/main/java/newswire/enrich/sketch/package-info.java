/** Which articles are copies of which, from sketches of some hundred bytes instead of texts. */
@NullMarked
package newswire.enrich.sketch;

import org.jspecify.annotations.NullMarked;
