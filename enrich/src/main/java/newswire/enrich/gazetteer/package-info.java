/** Reads files of names: the project's own form, GeoNames and Wikidata. */
@NullMarked
package newswire.enrich.gazetteer;

import org.jspecify.annotations.NullMarked;
