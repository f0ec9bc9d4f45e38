/** Sitemaps to entries, as a pure function. */
@NullMarked
package newswire.ingest.sitemap;

import org.jspecify.annotations.NullMarked;
