package newswire.app;

import java.io.IOException;
import java.nio.file.Path;
import newswire.enrich.prepare.Preparation;
import newswire.enrich.tagger.NameTagger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** By what names are tagged. */
final class TaggerOption {

  @Option(
      names = "--ner-onnx",
      paramLabel = "DIR",
      description =
          "Tag names with the transformer in DIR: model.onnx, tokenizer.json, config.json "
              + "(see docs/onnx.md).")
  private @Nullable Path onnx;

  /** What tags names in place of ours; empty for ours. */
  String name() {
    return onnx == null ? "" : "onnx";
  }

  /** All stages that look at one article alone. */
  Preparation preparation() {
    if (onnx == null) {
      return Preparation.standard();
    }
    NameTagger.Provider provider =
        NameTagger.Provider.installed()
            .orElseThrow(
                () ->
                    Exit.missing(
                        "--ner-onnx needs the module ner-onnx, which is not on the class path; "
                            + "./newswire puts it there, or else 'mvn -pl ner-onnx -am package "
                            + "-DskipTests' makes its jars, in ner-onnx/target/dist"));
    try {
      return Preparation.standard(provider.open(onnx));
    } catch (IOException e) {
      throw Exit.missing("--ner-onnx: " + e.getMessage());
    }
  }
}
