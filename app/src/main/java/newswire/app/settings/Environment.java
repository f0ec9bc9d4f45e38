package newswire.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads settings from environment variables. */
final class Environment {

  private static final Set<String> NOT_SETTINGS = Set.of("NEWSWIRE_CONFIG", "NEWSWIRE_JAVA_OPTS");
  private static final String FILE = "_FILE";

  // Kubernetes puts these beside ours when a service is called newswire or newswire-something.
  private static final Pattern SERVICE_LINK =
      Pattern.compile(
          ".*_SERVICE_(HOST|PORT(_.*)?)=.*|.*_PORT=[a-z]+://.*|.*_PORT_\\d+_(TCP|UDP|SCTP)(_.*)?=.*");

  private final Catalogue catalogue;
  private final Map<String, String> variables;

  Environment(Catalogue catalogue, Map<String, String> variables) {
    this.catalogue = catalogue;
    this.variables = new TreeMap<>(variables);
  }

  /**
   * Every setting that is set, with the variable that does.
   *
   * @throws IllegalArgumentException if a variable stands for none
   * @throws IOException if a file that a variable names cannot be read
   */
  List<Settings.Value> read() throws IOException {
    List<Settings.Value> values = new ArrayList<>();
    for (Map.Entry<String, String> each : variables.entrySet()) {
      String name = each.getKey();
      boolean ours = name.startsWith(Setting.VARIABLES) && !NOT_SETTINGS.contains(name);
      if (ours && !each.getValue().isEmpty()) {
        read(name, each.getValue()).ifPresent(values::add);
      }
    }
    return values;
  }

  private Optional<Settings.Value> read(String name, String value) throws IOException {
    Optional<Setting> named = catalogue.named(name);
    if (named.isPresent()) {
      return Optional.of(new Settings.Value(named.get(), value, name));
    }
    Optional<Setting> secret = secret(name);
    if (secret.isPresent()) {
      String content = Files.readString(Path.of(value)).stripTrailing();
      return Optional.of(new Settings.Value(secret.get(), content, name));
    }
    if (SERVICE_LINK.matcher(name + "=" + value).matches()) {
      return Optional.empty();
    }
    Setting handedOn =
        catalogue
            .handedOn(name)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        name + " sets nothing; " + catalogue.variableSuggestion(name)));
    return Optional.of(new Settings.Value(handedOn, value, name));
  }

  /** The secret whose file a variable names. */
  private Optional<Setting> secret(String name) {
    if (!name.endsWith(FILE)) {
      return Optional.empty();
    }
    String stem = name.substring(0, name.length() - FILE.length());
    return catalogue.named(stem).or(() -> catalogue.handedOn(stem)).filter(Setting::secret);
  }
}
