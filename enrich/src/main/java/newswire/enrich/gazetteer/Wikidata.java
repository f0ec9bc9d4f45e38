package newswire.enrich.gazetteer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import newswire.schemas.avro.Alias;
import newswire.schemas.avro.EntityType;
import newswire.schemas.avro.GazetteerEntry;

/** Reads entities of Wikidata. */
final class Wikidata {

  /** The largest entities of the dump have some four million characters. */
  static final int LONGEST_LINE = 16 * 1024 * 1024;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern QID = Pattern.compile("Q[1-9][0-9]*");
  private static final Pattern ISO = Pattern.compile("[A-Z]{2}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
  private static final int LONGEST_NAME = 200;
  private static final int MOST_NAMES = 500;
  private static final int SHORT = 3;

  private static final Map<String, String> TAGS =
      Map.of(
          "zh-hans", "zh",
          "zh-cn", "zh",
          "zh-hant", "zh-Hant",
          "zh-tw", "zh-Hant",
          "zh-hk", "zh-Hant",
          "sr-ec", "sr-Cyrl",
          "sr", "sr-Cyrl",
          "sr-el", "sr-Latn",
          "no", "nb",
          "pt-br", "pt");

  private final Optional<EntityType> type;

  Wikidata(Optional<EntityType> type) {
    this.type = type;
  }

  /** The entry of a line; none of the brackets around a dump. */
  Optional<GazetteerEntry> entry(String line) {
    String json = line.strip();
    if (json.equals("[") || json.equals("]")) {
      return Optional.empty();
    }
    JsonNode entity = parse(json.endsWith(",") ? json.substring(0, json.length() - 1) : json);
    String qid = entity.path("id").asText();
    if (!QID.matcher(qid).matches()) {
      throw new IllegalArgumentException("needs an \"id\" like Q42");
    }
    String iso = value(entity, "P297").asText();
    boolean isCountry = ISO.matcher(iso).matches();
    EntityType kind = type.orElseGet(() -> kind(entity, isCountry));
    List<Alias> aliases = aliases(entity, kind);
    if (aliases.isEmpty()) {
      throw new IllegalArgumentException(qid + " has neither labels nor aliases");
    }
    return Optional.of(
        GazetteerEntry.newBuilder()
            .setId(isCountry ? iso : "wd:" + qid)
            .setType(kind)
            .setName(name(entity, aliases))
            .setAliases(aliases)
            .setQid(qid)
            .setOrigin("wikidata")
            .build());
  }

  private static JsonNode parse(String json) {
    try {
      JsonNode entity = JSON.readTree(json);
      if (entity.isObject()) {
        return entity;
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("is not JSON: " + e.getOriginalMessage(), e);
    }
    throw new IllegalArgumentException("is not a JSON object; one entity a line is wanted");
  }

  private static JsonNode value(JsonNode entity, String property) {
    return entity
        .path("claims")
        .path(property)
        .path(0)
        .path("mainsnak")
        .path("datavalue")
        .path("value");
  }

  private static EntityType kind(JsonNode entity, boolean isCountry) {
    if (value(entity, "P31").path("id").asText().equals("Q5")) {
      return EntityType.PERSON;
    }
    boolean lies = isCountry || !value(entity, "P625").isMissingNode();
    return lies ? EntityType.PLACE : EntityType.UNKNOWN;
  }

  private static String name(JsonNode entity, List<Alias> aliases) {
    String english = entity.path("labels").path("en").path("value").asText().strip();
    return english.isEmpty() || english.length() > LONGEST_NAME
        ? aliases.get(0).getName()
        : english;
  }

  private static List<Alias> aliases(JsonNode entity, EntityType kind) {
    Set<Alias> aliases = new LinkedHashSet<>();
    for (Iterator<Map.Entry<String, JsonNode>> i = entity.path("labels").fields(); i.hasNext(); ) {
      Map.Entry<String, JsonNode> label = i.next();
      add(label.getKey(), label.getValue().path("value").asText(), kind, true, aliases);
    }
    for (Iterator<Map.Entry<String, JsonNode>> i = entity.path("aliases").fields(); i.hasNext(); ) {
      Map.Entry<String, JsonNode> names = i.next();
      names
          .getValue()
          .forEach(n -> add(names.getKey(), n.path("value").asText(), kind, false, aliases));
    }
    return List.copyOf(aliases);
  }

  /**
   * An alias of one word is a surname, or short, or a nickname: it needs another name beside it.
   */
  private static void add(
      String code, String text, EntityType kind, boolean label, Set<Alias> aliases) {
    String name = text.strip();
    String tag = TAGS.getOrDefault(code, code);
    boolean known = TAGS.containsValue(tag) || LANGUAGE.matcher(tag).matches();
    long letters = name.codePoints().filter(Character::isLetter).count();
    if (!known || letters < 2 || name.length() > LONGEST_NAME || aliases.size() >= MOST_NAMES) {
      return;
    }
    boolean single = name.indexOf(' ') < 0 && name.codePoints().noneMatch(Character::isIdeographic);
    boolean capitals =
        single
            && name.codePoints().noneMatch(Character::isLowerCase)
            && name.codePoints().anyMatch(Character::isUpperCase);
    boolean unsure = single && (letters <= SHORT || !label && kind == EntityType.PERSON);
    aliases.add(new Alias(tag, name, unsure, capitals, false));
  }
}
