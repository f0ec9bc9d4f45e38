package newswire.enrich.boilerplate;

import newswire.enrich.sketch.Paragraphs;

/**
 * An article among the others of its site.
 *
 * @param site empty if it has none; then nothing of it is boilerplate
 * @param effective milliseconds since 1970
 */
public record SiteArticle(String id, String site, long effective, Paragraphs paragraphs) {}
