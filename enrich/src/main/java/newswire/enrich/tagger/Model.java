package newswire.enrich.tagger;

/**
 * What one language is tagged by. Immutable, so that threads may share it.
 *
 * @param language BCP 47 tag of the corpus it is trained on; {@code und} for all of them
 * @param scale the weights were multiplied by this before they were cut to bytes
 * @param emit weights of a token's features, one row each
 * @param edge weights of a token's features by the tag before, seven rows each
 */
record Model(String language, double scale, Weights emit, Weights edge, Lexicon lexicon) {}
