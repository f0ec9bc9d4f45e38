/** The {@code newswire} command: configuration and all wiring. */
@NullMarked
package newswire.app;

import org.jspecify.annotations.NullMarked;
