/** Topics to stores: what every sink promises; one package per backend. */
@NullMarked
package newswire.sink;

import org.jspecify.annotations.NullMarked;
