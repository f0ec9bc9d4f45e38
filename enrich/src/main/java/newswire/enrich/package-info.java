/** From raw articles to related articles and stories: the Kafka Streams topologies. */
@NullMarked
package newswire.enrich;

import org.jspecify.annotations.NullMarked;
