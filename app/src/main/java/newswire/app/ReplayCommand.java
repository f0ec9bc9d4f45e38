package newswire.app;

import picocli.CommandLine.Command;

/** Computes a stretch of history again, beside what runs. */
@Command(
    name = "replay",
    description = "Computes a stretch of history again, beside what runs.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ReplayProofCommand.class, ReplayDiffCommand.class})
final class ReplayCommand {}
