package newswire.enrich.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeadlineTest {

  @Test
  void takesTheOutletOffWhereItsNameIsKnown() {
    assertThat(Headline.withoutOutlet("زلزال في قرغيزستان | أخبار اليوم", "أخبار اليوم", ""))
        .isEqualTo("زلزال في قرغيزستان");
    assertThat(Headline.withoutOutlet("吉尔吉斯斯坦地震｜每日新闻", "每日新闻", "")).isEqualTo("吉尔吉斯斯坦地震");
  }

  @Test
  void takesSectionsOffWhereTheHeadingIsSeen() {
    assertThat(Headline.withoutOutlet("Quake hits city - World - Outlet", "", "Quake hits city"))
        .isEqualTo("Quake hits city");
  }

  @Test
  void leavesADashInTheHeadlineAlone() {
    String title = "Two resign - and many questions";
    assertThat(Headline.withoutOutlet(title, "Outlet", "")).isEqualTo(title);
    assertThat(Headline.withoutOutlet(title, "Outlet", title)).isEqualTo(title);
    assertThat(Headline.withoutOutlet(title + " - Outlet", "Outlet", title)).isEqualTo(title);
  }
}
