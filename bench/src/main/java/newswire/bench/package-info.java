/** Benchmarks on the embedded platform, each printed beside its ceiling in the same run. */
@NullMarked
package newswire.bench;

import org.jspecify.annotations.NullMarked;
