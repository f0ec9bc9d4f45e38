/**
 * Tags the names of persons, places and organisations in a text, with models of our own training.
 */
@NullMarked
package newswire.enrich.tagger;

import org.jspecify.annotations.NullMarked;
