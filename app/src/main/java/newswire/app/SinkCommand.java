package newswire.app;

import picocli.CommandLine.Command;

/** Carries records to stores. */
@Command(
    name = "sink",
    description = {
      "Carries records to a store, in a process of its own; further processes of the same group",
      "share the work. Goes on where the group stopped; SIGTERM ends it after what is under way."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      PostgresSinkCommand.class,
      OpenSearchSinkCommand.class,
      ParquetSinkCommand.class,
      IcebergSinkCommand.class,
      JsonlSinkCommand.class
    })
final class SinkCommand {}
