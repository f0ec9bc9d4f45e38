package newswire.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import newswire.ingest.Opml;
import newswire.ingest.SourceWriter;
import newswire.schemas.RecordJson;
import newswire.schemas.avro.Source;
import newswire.schemas.avro.SourceKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says where news comes from. */
@Command(
    name = "source",
    description = "Says where news comes from. A change takes effect while 'newswire up' runs.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class SourceCommand {

  private static final String ID = "ID";

  @Command(
      name = "add",
      description = "Adds a feed, or changes what is given of one that is there.",
      mixinStandardHelpOptions = true)
  int add(
      @Parameters(paramLabel = "URL", description = "The feed's address.") String url,
      @Option(names = "--name", paramLabel = "TEXT", description = "Its name, for people.")
          @Nullable String name,
      @Option(
              names = "--lang",
              paramLabel = "TAG",
              description = "Language that its publisher claims (BCP 47); a hint.")
          @Nullable String language,
      @Mixin SourceOptions given,
      @Mixin ClusterOptions options) {
    Source plain =
        SourceWriter.feedAt(url)
            .orElseThrow(() -> Exit.usage("'" + url + "' is not an HTTP address"));
    SourceWriter writer = options.sources();
    Source before = known(writer.read(), plain.getUrl()).orElse(null);
    Source.Builder source = Source.newBuilder(before == null ? plain : before);
    if (name != null) {
      source.setName(name);
    }
    if (language != null) {
      source.setLanguage(language);
    }
    Source wanted = given.apply(source).build();
    boolean changed = writer.publish(List.of(wanted)) > 0;
    String what = before == null ? "added: " : changed ? "changed: " : "already there: ";
    System.err.println(what + wanted.getId());
    System.out.println(wanted.getId());
    return 0;
  }

  @Command(
      name = "list",
      description = "Prints every source with its address and settings.",
      mixinStandardHelpOptions = true)
  int list(@Mixin ClusterOptions options) {
    TextTable table = new TextTable("source", "name", "language", "interval", "address", "");
    for (Source source : options.sources().read().values()) {
      table.row(
          source.getId(),
          source.getName(),
          source.getLanguage().isEmpty() ? "-" : source.getLanguage(),
          source.getIntervalMs() == 0
              ? "adapted"
              : StatusCommand.ago(Duration.ofMillis(source.getIntervalMs())),
          source.getUrl(),
          source.getPaused() ? "paused" : "");
    }
    System.out.print(table);
    return 0;
  }

  @Command(
      name = "show",
      description = "Prints a source and what is known of it as JSON: two lines, source and state.",
      mixinStandardHelpOptions = true)
  int show(
      @Parameters(paramLabel = ID, description = "The source's id or address.") String id,
      @Mixin ClusterOptions options) {
    SourceWriter writer = options.sources();
    Source source = find(writer.read(), id);
    System.out.println(RecordJson.line(source));
    writer.state(source.getId()).map(RecordJson::line).ifPresent(System.out::println);
    return 0;
  }

  @Command(
      name = "test",
      description = "Asks a feed once and says what it found; writes nothing.",
      mixinStandardHelpOptions = true)
  int test(
      @Parameters(paramLabel = "URL|ID", description = "The feed's address, or a source's id.")
          String what,
      @Option(
              names = "--allow-private-networks",
              description = "It may lie on a loopback or private address.")
          boolean allowPrivateNetworks,
      @Mixin ClusterOptions options) {
    Source source =
        SourceWriter.feedAt(what)
            .map(s -> Source.newBuilder(s).setAllowPrivateNetworks(allowPrivateNetworks).build())
            .orElseGet(() -> find(options.sources().read(), what));
    System.out.print(new SourceTrial(source).text());
    return 0;
  }

  @Command(
      name = "pause",
      description = "Stops asking sources until they are resumed.",
      mixinStandardHelpOptions = true)
  int pause(
      @Parameters(arity = "1..*", paramLabel = ID, description = "Ids or addresses.")
          List<String> ids,
      @Mixin ClusterOptions options) {
    return renew("paused: ", ids, options, s -> Source.newBuilder(s).setPaused(true).build());
  }

  @Command(
      name = "resume",
      description = "Asks sources again that are paused, or that said they are gone for good.",
      mixinStandardHelpOptions = true)
  int resume(
      @Parameters(arity = "1..*", paramLabel = ID, description = "Ids or addresses.")
          List<String> ids,
      @Mixin ClusterOptions options) {
    return renew("resumed: ", ids, options, s -> Source.newBuilder(s).setPaused(false).build());
  }

  @Command(
      name = "remove",
      description = "Forgets sources; their articles stay.",
      mixinStandardHelpOptions = true)
  int remove(
      @Parameters(arity = "1..*", paramLabel = ID, description = "Ids or addresses.")
          List<String> ids,
      @Mixin ClusterOptions options) {
    SourceWriter writer = options.sources();
    Map<String, Source> known = writer.read();
    List<String> found = ids.stream().map(id -> find(known, id).getId()).toList();
    writer.remove(found);
    found.forEach(id -> System.err.println("removed: " + id));
    return 0;
  }

  @Command(
      name = "import",
      description = "Adds the feeds of an OPML file; those that are there stay as they are.",
      mixinStandardHelpOptions = true)
  int importOpml(
      @Parameters(paramLabel = "FILE.opml", description = "As feed readers export it.") Path file,
      @Mixin ClusterOptions options) {
    List<Source> listed = Feeds.of(file).sources();
    SourceWriter writer = options.sources();
    Map<String, Source> known = writer.read();
    List<Source> fresh = listed.stream().filter(s -> known(known, s.getUrl()).isEmpty()).toList();
    writer.publish(fresh);
    System.err.println(
        fresh.size() + " added, " + (listed.size() - fresh.size()) + " already there");
    return 0;
  }

  @Command(
      name = "export",
      description = "Prints the feeds as OPML.",
      mixinStandardHelpOptions = true)
  int export(@Mixin ClusterOptions options) {
    System.out.print(
        Opml.write(
            options.sources().read().values().stream()
                .filter(source -> source.getKind() == SourceKind.FEED)
                .toList()));
    return 0;
  }

  private static int renew(
      String done, List<String> ids, ClusterOptions options, UnaryOperator<Source> change) {
    SourceWriter writer = options.sources();
    Map<String, Source> known = writer.read();
    List<Source> changed = new ArrayList<>();
    ids.forEach(id -> changed.add(change.apply(find(known, id))));
    writer.renew(changed);
    changed.forEach(source -> System.err.println(done + source.getId()));
    return 0;
  }

  private static Source find(Map<String, Source> known, String idOrUrl) {
    return known(known, idOrUrl)
        .orElseThrow(
            () -> Exit.failed("there is no source " + idOrUrl + "; see 'newswire source list'"));
  }

  // An address may be known under an id that was not made of it.
  private static Optional<Source> known(Map<String, Source> known, String idOrUrl) {
    String url = SourceWriter.feedAt(idOrUrl).map(Source::getUrl).orElse(idOrUrl);
    return Optional.ofNullable(known.get(idOrUrl))
        .or(() -> known.values().stream().filter(s -> s.getUrl().equals(url)).findFirst());
  }
}
