package newswire.enrich.prepare;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.nio.charset.StandardCharsets;
import newswire.schemas.ArticleId;

/**
 * SHA-256 of normalised title and body: two texts with one hash are one version.
 *
 * <p>Normalised means: Unicode NFKC, every run of white space one space, none at the ends; title
 * and body are joined by a line feed. The rule is part of the data format; the golden vectors of
 * its test fix it.
 */
final class ContentHash {

  private ContentHash() {}

  static String of(String title, String text) {
    String content = normalised(title) + "\n" + normalised(text);
    return ArticleId.sha256(content.getBytes(StandardCharsets.UTF_8));
  }

  private static String normalised(String text) {
    String nfkc = Normalizer2.getNFKCInstance().normalize(text);
    StringBuilder collapsed = new StringBuilder(nfkc.length());
    boolean gap = false;
    for (int i = 0; i < nfkc.length(); ) {
      int point = nfkc.codePointAt(i);
      i += Character.charCount(point);
      if (UCharacter.isUWhiteSpace(point)) {
        gap = !collapsed.isEmpty();
        continue;
      }
      if (gap) {
        collapsed.append(' ');
        gap = false;
      }
      collapsed.appendCodePoint(point);
    }
    return collapsed.toString();
  }
}
