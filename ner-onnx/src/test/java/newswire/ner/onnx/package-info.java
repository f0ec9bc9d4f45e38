@NullMarked
package newswire.ner.onnx;

import org.jspecify.annotations.NullMarked;
