/** The sink that writes JSON lines, for pipes. */
@NullMarked
package newswire.sink.jsonl;

import org.jspecify.annotations.NullMarked;
