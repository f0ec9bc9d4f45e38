package newswire.app.settings;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Something that can be set.
 *
 * @param key such as {@code ingest.user-agent}
 * @param preset what it is if nobody sets it; empty if that is nothing, or depends on others
 * @param secret whether its value is never printed, nor taken from a command line, which every user
 *     of the machine can read
 */
public record Setting(String key, String preset, String help, boolean secret) {

  static final String VARIABLES = "NEWSWIRE_";

  private static final Pattern SECRET =
      Pattern.compile("password|secret$|jaas|user\\.info|auth\\.token|keystore\\.key$");

  private static final Pattern PASSWORD_IN_URL =
      Pattern.compile("((?i:password|secret|token)=)[^&;\\s]*|(?<=://)[^/@\\s]*(?=@)");

  /** A setting that is secret if its name says so. */
  public static Setting of(String key, String preset, String help) {
    return new Setting(key, preset, help, SECRET.matcher(key).find());
  }

  /** The environment variable that sets it. */
  public String variable() {
    return variable(key);
  }

  static String variable(String key) {
    return VARIABLES + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** A value of it as it may be printed. */
  String shown(String value) {
    if (secret && !value.isEmpty()) {
      return "***";
    }
    return PASSWORD_IN_URL
        .matcher(value)
        .replaceAll(found -> found.group(1) == null ? "***" : found.group(1) + "***");
  }
}
