/** The contract: what every topic is called, holds and is keyed by. */
@NullMarked
package newswire.schemas;

import org.jspecify.annotations.NullMarked;
