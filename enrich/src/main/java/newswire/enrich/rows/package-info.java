/** Tables ordered by their keys, in memory and in stores, as decisions on sets need them. */
@NullMarked
package newswire.enrich.rows;

import org.jspecify.annotations.NullMarked;
