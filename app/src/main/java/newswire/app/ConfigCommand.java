package newswire.app;

import newswire.app.settings.Setting;
import newswire.app.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells what can be set and what is. */
@Command(
    name = "config",
    description = "Tells what can be set, and what is set where.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class ConfigCommand {

  @Command(
      name = "print",
      description = "Prints every setting, its value and where that is from; secrets as ***.",
      mixinStandardHelpOptions = true)
  int print(@Mixin ClusterOptions options) {
    TextTable table = new TextTable("setting", "value", "from");
    for (Settings.Value value : options.settings().all()) {
      table.row(value.setting().key(), value.shown(), value.from());
    }
    System.out.print(table);
    return 0;
  }

  @Command(
      name = "keys",
      description = "Prints everything that can be set, with its variable and default.",
      mixinStandardHelpOptions = true)
  int keys() {
    TextTable table = new TextTable("setting", "variable", "default", "what");
    for (Setting setting : SettingKeys.CATALOGUE.settings()) {
      table.row(setting.key(), setting.variable(), setting.preset(), setting.help());
    }
    System.out.print(table);
    return 0;
  }
}
