/** What an article reports, and how close two articles are in it. */
@NullMarked
package newswire.enrich.story;

import org.jspecify.annotations.NullMarked;
