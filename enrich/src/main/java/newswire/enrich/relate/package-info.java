/** Sketches to relations and stories: what articles are to each other. */
@NullMarked
package newswire.enrich.relate;

import org.jspecify.annotations.NullMarked;
