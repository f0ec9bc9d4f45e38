/** Prepared articles, their relations and withdrawals to the articles that users see. */
@NullMarked
package newswire.enrich.assemble;

import org.jspecify.annotations.NullMarked;
