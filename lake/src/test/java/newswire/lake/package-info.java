@NullMarked
package newswire.lake;

import org.jspecify.annotations.NullMarked;
