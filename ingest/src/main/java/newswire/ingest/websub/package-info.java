/** The secrets that WebSub rests on: who may call us back, and with which signature. */
@NullMarked
package newswire.ingest.websub;

import org.jspecify.annotations.NullMarked;
