package newswire.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import newswire.local.LocalPlatformException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The {@code newswire} command. */
@Command(
    name = "newswire",
    description = "The world's news as a clean, linked, deduplicated, replayable stream.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      UpCommand.class,
      InitCommand.class,
      StatusCommand.class,
      TailCommand.class,
      SearchCommand.class,
      InspectCommand.class,
      ExplainCommand.class,
      AsOfCommand.class,
      ChainCommand.class,
      ExtractCommand.class,
      LanguageCommand.class,
      DedupCommand.class,
      IngestCommand.class,
      EnrichCommand.class,
      FeedCommand.class,
      NerCommand.class,
      SourceCommand.class,
      GazetteerCommand.class,
      DeadCommand.class,
      ReplayCommand.class,
      WithdrawCommand.class,
      ArchiveCommand.class,
      EraseCommand.class,
      VerifyCommand.class,
      SinkCommand.class,
      DemoCommand.class,
      ConfigCommand.class,
      TopicsCommand.class,
      SchemasCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 ok, 1 failed, 2 usage, 3 something it needs is missing.",
      "Data goes to standard output, everything else to standard error."
    })
public final class Main implements Runnable {

  @picocli.CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private Main() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] args) {
    System.setOut(utf8(FileDescriptor.out));
    System.setErr(utf8(FileDescriptor.err));
    int code = commandLine().execute(args);
    System.out.flush();
    if (System.out.checkError() && code == 0) {
      code = Exit.FAILED; // nobody reads the rest, as with `| head`
    }
    System.exit(code);
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((e, command, parsed) -> explain(e, command))
        .setParameterExceptionHandler((e, args) -> usage(e));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }

  private static int usage(ParameterException e) {
    PrintWriter err = e.getCommandLine().getErr();
    err.println("newswire: " + e.getMessage());
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, err)) {
      err.println("See '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
    }
    return Exit.USAGE;
  }

  private static int explain(Exception e, CommandLine command) {
    PrintWriter err = command.getErr();
    if (e instanceof Exit exit) {
      err.println("newswire: " + exit.getMessage());
      return exit.code();
    }
    if (e instanceof LocalPlatformException) {
      err.println("newswire: " + e.getMessage());
      return Exit.MISSING;
    }
    if (e instanceof TimeoutException || e.getCause() instanceof TimeoutException) {
      err.println("newswire: Kafka does not answer: " + e.getMessage());
      return Exit.MISSING;
    }
    if (e instanceof KafkaException) {
      err.println("newswire: " + e.getMessage());
      return Exit.FAILED;
    }
    if (e instanceof IOException) {
      err.println("newswire: cannot read or write: " + e.getMessage());
      return Exit.MISSING;
    }
    if (e instanceof InterruptedException) {
      return Exit.FAILED;
    }
    err.println("newswire: " + e + " (a defect: please report it)");
    e.printStackTrace(err);
    return Exit.FAILED;
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
