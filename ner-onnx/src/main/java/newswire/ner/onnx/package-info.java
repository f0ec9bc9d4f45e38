/** Tags names with a token-classification transformer that the user has as ONNX files. */
@NullMarked
package newswire.ner.onnx;

import org.jspecify.annotations.NullMarked;
