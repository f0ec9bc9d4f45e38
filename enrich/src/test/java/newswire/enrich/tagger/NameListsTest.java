package newswire.enrich.tagger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class NameListsTest {

  private static NameLists read(String file, String language) throws IOException {
    return NameLists.read(new StringReader(file), language);
  }

  @Test
  void readsTheListsOfOneLanguage() throws IOException {
    String file = "# kinds\n\nko\tsurname\t김 이\nzh\tplace\t北京\n";
    assertThat(read(file, "ko").isEmpty()).isFalse();
    assertThat(read(file, "ar").isEmpty()).isTrue();
  }

  @Test
  void saysWhereAKindIsUnknown() {
    assertThatThrownBy(() -> read("# kinds\nar\tgiven\tسامي\nko\tsirname\t김\n", "ar"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "names.tsv, line 3: there is no kind sirname; kinds are first, last, place, org,"
                + " surname, given, placeend, orgend, title, foreign");
  }

  @Test
  void saysWhereAColumnIsMissing() {
    assertThatThrownBy(() -> read("zh\tplace\n", "zh"))
        .hasMessage("names.tsv, line 1: language, kind and entries are needed, separated by tabs");
  }
}
