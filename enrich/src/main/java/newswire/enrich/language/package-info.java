/** Tells the language of an article. */
@NullMarked
package newswire.enrich.language;

import org.jspecify.annotations.NullMarked;
