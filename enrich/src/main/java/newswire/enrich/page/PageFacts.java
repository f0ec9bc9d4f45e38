package newswire.enrich.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import newswire.text.ClaimedTime;

/**
 * What a page says of itself, in one or several of its dialects; a field that nothing claims is
 * empty.
 *
 * @param title headline
 * @param summary standfirst or description, one line
 * @param authors names
 * @param subjects section and keywords
 * @param published claimed time of publication
 * @param modified claimed time of the last change
 * @param language tag
 * @param canonical address that the page calls its own, unchecked
 * @param image address of the main picture, absolute
 * @param freeAccess whether it can be read without paying
 * @param body whole text, paragraphs by line
 */
record PageFacts(
    String title,
    String summary,
    List<String> authors,
    List<String> subjects,
    Optional<ClaimedTime> published,
    Optional<Instant> modified,
    String language,
    String canonical,
    String image,
    Optional<Boolean> freeAccess,
    String body) {

  static final PageFacts NONE =
      new PageFacts(
          "",
          "",
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          "",
          "",
          "",
          Optional.empty(),
          "");
}
