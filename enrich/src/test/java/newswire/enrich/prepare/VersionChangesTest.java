package newswire.enrich.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newswire.enrich.prepare.VersionTexts.Text;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Change;
import newswire.schemas.avro.ChangedPart;
import newswire.schemas.avro.Version;
import org.junit.jupiter.api.Test;

class VersionChangesTest {

  static {
    TrustedRecords.register();
  }

  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

  private final List<Version> observations = new ArrayList<>();
  private final Map<String, Text> texts = new HashMap<>();
  private final Map<List<String>, Version> elsewhere = new HashMap<>();
  private Text last = new Text("", "");

  private void seen(boolean page, String title, String text) {
    String hash = ContentHash.of(title, text);
    Instant fetched = NOON.plusSeconds(60L * observations.size());
    observations.add(new Version(hash, fetched, page, List.of(), false));
    last = new Text(title, text);
    texts.put(hash, last);
  }

  private List<Version> listed() {
    Article stored =
        Article.newBuilder()
            .setTitle(last.title())
            .setText(last.text())
            .setVersions(observations)
            .build();
    return VersionChanges.listed(Versions.published(stored), observations, texts, elsewhere)
        .getVersions();
  }

  @Test
  void listsWhatChangedInTitleAndTextInEveryScript() {
    seen(true, "مقتل خمسة أشخاص", "قتل خمسة أشخاص في بغداد.");
    seen(true, "مقتل سبعة أشخاص", "قتل سبعة أشخاص في بغداد.\nوالتحقيق جار.");
    seen(true, "巴格达爆炸七人死亡", "巴格达发生爆炸，造成七人死亡。");
    seen(true, "巴格达爆炸七人死亡", "巴格达发生爆炸，造成九人死亡。");
    seen(true, "Взрыв", "Девять человек погибли.");
    seen(true, "Взрыв", "Девять человек погибли при взрыве.");
    List<Version> listed = listed();
    assertThat(listed.get(0).getChanges()).isEmpty();
    assertThat(listed.get(1).getChanges())
        .containsExactly(
            new Change(ChangedPart.TITLE, 5, "خمسة", "سبعة"),
            new Change(ChangedPart.TEXT, 4, "خمسة", "سبعة"),
            new Change(ChangedPart.TEXT, 24, "", "\nوالتحقيق جار."));
    assertThat(listed.get(3).getChanges())
        .containsExactly(new Change(ChangedPart.TEXT, 10, "七", "九"));
    assertThat(listed.get(5).getChanges())
        .containsExactly(new Change(ChangedPart.TEXT, 22, "", " при взрыве"));
    assertThat(listed).extracting(Version::getChangesCut).containsOnly(false);
  }

  @Test
  void theFirstTextOfThePageIsNoChangeOfTheFeeds() {
    seen(false, "标题", "第一段。");
    seen(false, "新标题", "第一段。");
    seen(true, "新标题", "第一段。\n第二段。");
    seen(true, "新标题", "第一段。\n第三段。");
    List<Version> listed = listed();
    assertThat(listed.get(1).getChanges())
        .containsExactly(new Change(ChangedPart.TITLE, 0, "", "新"));
    assertThat(listed.get(2).getChanges()).isEmpty();
    assertThat(listed.get(2).getChangesCut()).isFalse();
    assertThat(listed.get(3).getChanges())
        .containsExactly(new Change(ChangedPart.TEXT, 6, "二", "三"));
  }

  @Test
  void aPageThatSaysWhatTheFeedSaidIsComparedWithTheNext() {
    seen(false, "عنوان", "نص قصير.");
    seen(true, "عنوان", "نص قصير.");
    seen(true, "عنوان", "نص طويل.");
    assertThat(listed()).hasSize(2);
    assertThat(listed().get(1).getChanges())
        .containsExactly(new Change(ChangedPart.TEXT, 3, "قصير", "طويل"));
  }

  @Test
  void saysWhenATextIsGone() {
    seen(true, "Заголовок", "Первый текст.");
    seen(true, "Заголовок", "Второй текст.");
    seen(true, "Заголовок", "Третий текст.");
    texts.remove(observations.get(0).getContentHash());
    assertThat(listed().get(1).getChangesCut()).isTrue();
    assertThat(listed().get(1).getChanges()).isEmpty();
    assertThat(listed().get(2).getChangesCut()).isFalse();
  }

  @Test
  void boundsWhatItLists() {
    for (int i = 0; i < 12; i++) {
      seen(
          true,
          "标题" + i,
          (char) ('甲' + i) + "字".repeat(100) + String.valueOf((char) ('一' + i)).repeat(1_500));
    }
    List<Version> listed = listed();
    int bytes = 0;
    for (Version version : listed) {
      int own =
          version.getChanges().stream()
              .mapToInt(change -> 3 * (change.getRemoved() + change.getAdded()).length())
              .sum();
      assertThat(own).isLessThanOrEqualTo(VersionChanges.MOST_BYTES);
      bytes += own;
    }
    assertThat(bytes).isBetween(20_000, VersionChanges.MOST_BYTES_TOGETHER);
    assertThat(listed.get(11).getChangesCut()).isFalse();
    assertThat(listed.get(11).getChanges()).isNotEmpty();
    assertThat(listed.get(1).getChangesCut()).isTrue();
  }

  @Test
  void takesFromElsewhereWhatItCannotTellItself() {
    seen(true, "عنوان", "خمسة");
    seen(true, "عنوان", "ستة");
    seen(true, "عنوان", "سبعة");
    List<Version> told = listed();
    texts.clear();
    assertThat(listed()).extracting(Version::getChangesCut).containsExactly(false, true, true);
    elsewhere.putAll(VersionChanges.byPair(told));
    assertThat(listed()).isEqualTo(told);
  }
}
