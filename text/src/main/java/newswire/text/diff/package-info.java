/** What differs between two texts, as a person would say it. */
@NullMarked
package newswire.text.diff;

import org.jspecify.annotations.NullMarked;
