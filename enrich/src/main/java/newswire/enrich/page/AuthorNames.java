package newswire.enrich.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts what stands in an author's place into names, without roles, addresses and numbers. */
final class AuthorNames {

  private static final int LONGEST = 80;
  private static final int MOST_WORDS = 7;
  private static final int LONGEST_LINE = 400;
  private static final Pattern BY =
      Pattern.compile(
          "(?iu)^(?:(?:written |story |text |reported |video )?by|von|vom|par|por|di|av|af|door|od|autor|autorin"
              + "|author|authors|auteur|text|redaktion|تأليف|بقلم|كتب|كتبت|автор|文|作者|記者)(?:\\s*[:：]\\s*|\\s+)");
  private static final Pattern ASIDE = Pattern.compile("\\s*[(（\\[][^)）\\]]*[)）\\]]?$");
  private static final Pattern ROLE = Pattern.compile("(?iu)(?:\\s+(?:기자|特派員)|[\\s／/]+(?:記者|记者))$");
  private static final Pattern LIST = Pattern.compile("\\s*[;,،，、|]\\s*|\\s+[·•/]\\s+");
  private static final Pattern AND =
      Pattern.compile("(?iu)\\s+(?:and|und|et|og|och|en|y|e|i|ve|и|і|та|&|\\+)\\s+");
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)\\S+@\\S+|https?:\\S*|www\\.\\S*|^@.*");

  private AuthorNames() {}

  /** The names in {@code claim}, a list in words or with commas. */
  static List<String> in(String claim) {
    List<String> names = new ArrayList<>();
    String line = CleanText.line(claim);
    if (line.length() > LONGEST_LINE) {
      return names;
    }
    String bare = BY.matcher(line).replaceFirst("");
    for (String part : LIST.split(bare, -1)) {
      for (String name : persons(part)) {
        String clean = clean(name);
        if (!clean.isEmpty()) {
          names.add(clean);
        }
      }
    }
    return names;
  }

  /** "A and B", where both look like a name and a surname; a desk's name may hold an "and" too. */
  private static List<String> persons(String part) {
    String[] parts = AND.split(part, -1);
    for (String name : parts) {
      if (name.strip().indexOf(' ') < 0) {
        return List.of(part.replaceFirst("(?iu)^(?:and|und|et|og|och|y)\\s+", ""));
      }
    }
    return List.of(parts);
  }

  private static String clean(String name) {
    String bare = ADDRESS.matcher(BY.matcher(name.strip()).replaceFirst("")).replaceAll("");
    String whole = ROLE.matcher(ASIDE.matcher(bare).replaceFirst("")).replaceFirst("").strip();
    boolean letters = whole.codePoints().anyMatch(Character::isLetter);
    return letters && whole.length() <= LONGEST && whole.split(" ", -1).length <= MOST_WORDS
        ? whole
        : "";
  }
}
