/** Raw articles to prepared articles and their sketches: all that one article says by itself. */
@NullMarked
package newswire.enrich.prepare;

import org.jspecify.annotations.NullMarked;
