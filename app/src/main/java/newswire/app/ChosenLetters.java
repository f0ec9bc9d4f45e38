package newswire.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import newswire.schemas.Topics;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Letters named one by one, or by a query. */
final class ChosenLetters {

  @Parameters(arity = "0..*", paramLabel = "ID", description = "Ids, or how they begin.")
  private List<String> ids = new ArrayList<>();

  @Option(names = "--all", description = "Every open letter.")
  private boolean all;

  @Mixin private LetterQuery query = new LetterQuery();

  /** Refuses what chooses nothing, or chooses twice. */
  void check() {
    if (ids.isEmpty() && query.isEmpty() && !all) {
      throw Exit.usage("name letters, give a query such as --stage prepare, or --all");
    }
    if (!ids.isEmpty() && (all || !query.isEmpty())) {
      throw Exit.usage("letters are named one by one or by a query, not both");
    }
    query.check();
  }

  /** Those named, whatever their state; of a query the open ones. */
  List<Letter> among(LetterBox box, Topics topics) {
    if (ids.isEmpty()) {
      return query.among(box, topics, letter -> letter.state() == Letter.State.OPEN);
    }
    Map<String, Letter> named = new LinkedHashMap<>();
    ids.stream().map(box::find).forEach(letter -> named.put(letter.id(), letter));
    return List.copyOf(named.values());
  }
}
