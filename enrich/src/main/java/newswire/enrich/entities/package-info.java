/** Finds the countries, places and organisations that an article names. */
@NullMarked
package newswire.enrich.entities;

import org.jspecify.annotations.NullMarked;
