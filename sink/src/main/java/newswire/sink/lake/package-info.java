/** What the sinks of the module {@code lake} are told; they themselves need not be there. */
@NullMarked
package newswire.sink.lake;

import org.jspecify.annotations.NullMarked;
