/** Reads a fetched page, file or feed entry into an article: text, headline, times and names. */
@NullMarked
package newswire.enrich.page;

import org.jspecify.annotations.NullMarked;
