/** What becomes of a record that cannot be processed. */
@NullMarked
package newswire.enrich.failure;

import org.jspecify.annotations.NullMarked;
