package newswire.enrich.entities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import newswire.schemas.avro.EntityType;
import org.jspecify.annotations.Nullable;

/** What an article surely names, by which its ambiguous names are understood. */
final class Context {

  private static final double DEMONYM = 0.75;
  private static final double AMBIGUOUS = 0.85;
  private static final double ONE_OF_SEVERAL = 0.7;

  private final Set<String> sure = new HashSet<>();

  /** Those that something surely named lies in or belongs to. */
  private final Set<String> countries = new HashSet<>();

  /** Places with ambiguous names, and the countries that they lie in. */
  private final Set<String> likely = new HashSet<>();

  private final Set<String> likelyCountries = new HashSet<>();

  /** Notes a place: what it can only mean, or what it may mean. */
  void note(NameIndex.Hit hit) {
    Entry entry = hit.names().get(0).name().entry();
    boolean isSure = true;
    for (Known known : hit.names()) {
      isSure &= !known.name().use().ambiguous() && Objects.equals(entry, known.name().entry());
      noteLikely(known.name().entry());
    }
    if (isSure && entry != null) {
      sure.add(entry.id());
      countries.add(entry.country());
    }
  }

  private void noteLikely(@Nullable Entry entry) {
    if (entry != null && entry.type() == EntityType.PLACE) {
      likely.add(entry.id());
      likelyCountries.add(entry.country());
    }
  }

  /** What a place means; null if that is too unsure. */
  NameIndex.@Nullable Found choose(NameIndex.Hit hit, Tokens tokens) {
    List<Name> eligible = new ArrayList<>(hit.names().size());
    Set<String> meanings = new HashSet<>();
    for (Known known : hit.names()) {
      Name name = known.name();
      Entry entry = name.entry();
      boolean counts = !name.use().ambiguous() || isSupported(entry);
      if (entry != null && counts && meanings.add(entry.id())) {
        eligible.add(name);
      }
    }
    if (eligible.isEmpty()) {
      return null;
    }
    Name best = eligible.size() == 1 ? eligible.get(0) : likeliest(eligible);
    return found(hit, best, eligible.size(), tokens);
  }

  /** Whether a name means one entry alone, and is no adjective. */
  static boolean hasOneMeaning(NameIndex.Hit hit) {
    return hit.names().size() == 1
        && hit.names().get(0).name().entry() != null
        && !hit.names().get(0).name().use().demonym();
  }

  /** A place that has this one meaning, if it is a name. */
  static NameIndex.Found found(NameIndex.Hit hit, Name name, Tokens tokens) {
    return found(hit, name, 1, tokens);
  }

  private static NameIndex.Found found(NameIndex.Hit hit, Name name, int meanings, Tokens tokens) {
    boolean unambiguous = hit.names().size() == 1 && !name.use().ambiguous();
    double confidence = hit.confidence() * weight(name.use(), meanings);
    int end = tokens.end(hit.last() - 1);
    String method = name.use().demonym() ? NameIndex.Found.DEMONYM : NameIndex.Found.NAME;
    return new NameIndex.Found(
        hit.start(), end, Objects.requireNonNull(name.entry()), confidence, method, unambiguous);
  }

  private static double weight(Name.Use use, int meanings) {
    double weight = use.demonym() ? DEMONYM : 1;
    weight *= use.ambiguous() ? AMBIGUOUS : 1;
    return meanings > 1 ? weight * ONE_OF_SEVERAL : weight;
  }

  /** Of two equally likely, the one that comes first in the files. */
  private Name likeliest(List<Name> names) {
    return names.stream()
        .max(Comparator.comparingInt(this::likelihood).thenComparing(earlier(names)))
        .orElseThrow();
  }

  private static Comparator<Name> earlier(List<Name> names) {
    return Comparator.comparingInt((Name name) -> names.indexOf(name)).reversed();
  }

  private int likelihood(Name name) {
    Entry entry = Objects.requireNonNull(name.entry());
    if (sure.contains(entry.id())) {
      return 4;
    }
    if (isSupported(entry)) {
      return 3;
    }
    return entry.isCountry() ? 2 : 1;
  }

  private boolean isSupported(@Nullable Entry entry) {
    if (entry == null) {
      return false;
    }
    boolean named = sure.contains(entry.id()) || countries.contains(entry.id());
    boolean lies = entry.type() != EntityType.PERSON && sure.contains(entry.country());
    return named || lies || isPair(entry);
  }

  /** A city and its country say of each other what they are, even if both are ambiguous. */
  private boolean isPair(Entry entry) {
    return entry.isCountry()
        ? likelyCountries.contains(entry.id())
        : entry.type() == EntityType.PLACE && likely.contains(entry.country());
  }
}
