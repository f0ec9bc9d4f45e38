package newswire.enrich.entities;

import com.ibm.icu.util.ULocale;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import newswire.schemas.avro.Alias;
import newswire.schemas.avro.GazetteerEntry;

/**
 * The names that users added, as they were at one version. Immutable; indexed for a language when
 * it first comes up.
 */
final class UserNames {

  /** No names at all. */
  static final UserNames NONE = new UserNames(List.of(), 0);

  /** Whose names count in every text. */
  private static final Set<String> EVERYWHERE = Set.of("und", "en");

  private final List<GazetteerEntry> entries;
  private final long version;
  private final Map<String, List<NameIndex>> byLanguage = new ConcurrentHashMap<>();

  /**
   * Names of a version.
   *
   * @param entries in the order of their ids
   * @param version the offset after the last record that was read; 0 if there was none
   */
  UserNames(Collection<GazetteerEntry> entries, long version) {
    this.entries = List.copyOf(entries);
    this.version = version;
  }

  /** As records name it after the version of what ships; empty if users never added a name. */
  String version() {
    return version == 0 ? "" : "+" + version;
  }

  /** Those of the language, whose endings may change, then all others that count in its texts. */
  List<NameIndex> indexes(String language) {
    return entries.isEmpty() ? List.of() : byLanguage.computeIfAbsent(language, this::filled);
  }

  private List<NameIndex> filled(String language) {
    NameIndex own = new NameIndex(language);
    NameIndex others = new NameIndex("");
    for (GazetteerEntry row : entries) {
      Entry entry =
          new Entry(row.getId(), row.getType(), row.getName(), row.getQid(), row.getCountry());
      boolean named = false;
      for (Alias alias : row.getAliases()) {
        named |= alias.getName().equals(row.getName());
        Name name = new Name(alias.getName(), entry, Gazetteer.use(alias, false));
        if (alias.getLanguage().equals(language)) {
          own.add(name);
        } else if (EVERYWHERE.contains(alias.getLanguage()) || !isOfScript(alias, language)) {
          others.add(name);
        }
      }
      if (!named) {
        others.add(new Name(row.getName(), entry, Name.Use.PLAIN));
      }
    }
    return List.of(own, others);
  }

  /** Languages that share a script also share words; those of different ones cannot. */
  private static boolean isOfScript(Alias alias, String language) {
    ULocale likely = ULocale.addLikelySubtags(ULocale.forLanguageTag(language));
    byte kind = Letters.kind(alias.getName().codePointAt(0));
    return switch (likely.getScript()) {
      case "Cyrl" -> kind == Letters.CYRILLIC;
      case "Grek" -> kind == Letters.GREEK;
      case "Armn" -> kind == Letters.ARMENIAN;
      case "Arab" -> kind == Letters.ARABIC;
      case "Hebr" -> kind == Letters.HEBREW;
      case "Kore" -> kind == Letters.HANGUL;
      case "Hans", "Hant", "Jpan", "Thai", "Laoo", "Khmr", "Mymr" -> kind == Letters.UNSPACED;
      case "Latn" -> kind == Letters.LATIN;
      default -> kind == Letters.OTHER;
    };
  }
}
