package newswire.app;

import java.util.Locale;

/** What may differ between two computations of one article. */
enum DiffField {
  LANGUAGE("its language tag"),
  ENTITIES("which entities it names"),
  COPY("whether it is a copy, of which article and of which family"),
  STORY("its story"),
  TEXT("title or text"),
  GAZETTEER("the version of the names it was linked by"),
  OTHER("anything else, such as confidences, offsets of mentions, authors, versions");

  private final String meaning;

  DiffField(String meaning) {
    this.meaning = meaning;
  }

  String meaning() {
    return meaning;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
