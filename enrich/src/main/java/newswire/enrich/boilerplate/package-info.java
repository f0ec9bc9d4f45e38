/** Which paragraphs of an article are not its own but printed by its site with others too. */
@NullMarked
package newswire.enrich.boilerplate;

import org.jspecify.annotations.NullMarked;
