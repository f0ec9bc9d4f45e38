package newswire.enrich.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "By Ann Lee and Bob Ray; Ann Lee|Bob Ray",
        "Anna Berg und Ben Kurz, dpa; Anna Berg|Ben Kurz|dpa",
        "بقلم: سارة أحمد، محمد علي; سارة أحمد|محمد علي",
        "山田太郎、鈴木花子; 山田太郎|鈴木花子",
        "김민수 기자; 김민수",
        "Elena Ober (obe); Elena Ober",
        "Health and Science; Health and Science",
        "Ann Lee, ann@example.org; Ann Lee",
      })
  void cutsNamesApart(String claim, String names) {
    assertThat(AuthorNames.in(claim)).containsExactly(names.split("\\|", -1));
  }

  @Test
  void findsNoNameInAddressesNumbersAndLongText() {
    assertThat(AuthorNames.in("https://example.org/anna")).isEmpty();
    assertThat(AuthorNames.in("105092")).isEmpty();
    assertThat(AuthorNames.in("a ".repeat(10_000))).isEmpty();
  }
}
