/** The sample news world of {@code newswire up --demo}: twelve invented outlets on loopback. */
@NullMarked
package newswire.app.demo;

import org.jspecify.annotations.NullMarked;
