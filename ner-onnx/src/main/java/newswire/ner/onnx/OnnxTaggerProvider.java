package newswire.ner.onnx;

import java.io.IOException;
import java.nio.file.Path;
import newswire.enrich.tagger.NameTagger;

/** How the tagger is found; {@link java.util.ServiceLoader} needs a public class. */
public final class OnnxTaggerProvider implements NameTagger.Provider {

  @Override
  public NameTagger open(Path directory) throws IOException {
    return OnnxTagger.open(directory);
  }
}
