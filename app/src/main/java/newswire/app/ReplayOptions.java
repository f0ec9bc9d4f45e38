package newswire.app;

import java.util.ArrayList;
import java.util.List;
import newswire.enrich.prepare.Preparation;
import newswire.schemas.avro.ReplayRun;
import picocli.CommandLine.Mixin;

/** What a replay is to be: of what stretch of history, of which stages, by which tagger. */
final class ReplayOptions {

  @Mixin private FrameOptions frame = new FrameOptions();
  @Mixin private StagesOption stages = new StagesOption();
  @Mixin private TaggerOption tagger = new TaggerOption();

  void check() {
    frame.check();
    if (!stages.stages().equals(StagesOption.ALL) && !tagger.name().isEmpty()) {
      throw Exit.usage("--ner-onnx: names are tagged by prepare, which --stages leaves out");
    }
  }

  /** With everything that is not given at its default. */
  ReplayRun.Builder addTo(ReplayRun.Builder run) {
    return frame.addTo(run).setStages(stages.stages()).setTagger(tagger.name());
  }

  /** What is given and other than in this run; none if nothing is. */
  List<String> differences(ReplayRun run) {
    List<String> differences = new ArrayList<>(frame.differences(run));
    if (stages.isGiven() && !stages.stages().equals(run.getStages())) {
      differences.add("--stages " + String.join(",", run.getStages()));
    }
    if (!run.getTagger().equals(tagger.name())) {
      differences.add(run.getTagger().isEmpty() ? "no --ner-onnx" : "--ner-onnx");
    }
    return differences;
  }

  /** All stages that look at one article alone. */
  Preparation preparation() {
    return tagger.preparation();
  }
}
