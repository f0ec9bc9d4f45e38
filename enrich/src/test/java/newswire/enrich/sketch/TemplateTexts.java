package newswire.enrich.sketch;

import java.util.List;

/** The forms: share prices, weather, match results and earthquakes, in five languages. */
final class TemplateTexts {

  private TemplateTexts() {}

  static List<Template> english() {
    List<String> firms = List.of("Arden Steel", "Boreal Foods", "Calder Energy", "Dunmore Bank");
    List<String> places = List.of("Ashford", "Kilmore", "Port Hale", "Westerby", "Brockton");
    return List.of(
        new Template(
            "en",
            firms,
            """
            %n shares close at %d dollars
            Shares of %n closed at %d dollars on Tuesday, a change of %d percent from the day before, as investors weighed the outlook for interest rates and company earnings.
            The stock opened at %d dollars and traded between %d and %d dollars during the session. Volume came to %d million shares, compared with a daily average of %d million over the past three months.
            The company has a market value of %d billion dollars. This report was generated automatically from exchange data."""),
        new Template(
            "en",
            places,
            """
            Weather for %n: high of %i degrees
            The forecast for %n on Tuesday is for a mixture of cloud and sunshine with a high of %i degrees and a low of %i degrees. Winds will blow from the west at %i kilometres an hour, with gusts of up to %i.
            The chance of rain is put at %i percent in the morning and %i percent in the afternoon. Humidity will be around %i percent. The sun rises at %t and sets at %t. Residents are advised to check for updates before travelling."""),
        new Template(
            "en",
            places,
            """
            %n beat %n %i-%i
            %n United defeated %n Rovers %i-%i in front of a crowd of %d thousand on Saturday to collect three points in the league.
            The first goal came in minute %i after a corner from the left, and the second followed in minute %i from the penalty spot. The visitors pulled one back in minute %i but could not find an equaliser despite late pressure.
            The winners are now in place %i of the table with %i points. Next week they travel to the coast for another league match."""),
        new Template(
            "en",
            places,
            """
            Magnitude %d earthquake strikes near %n
            An earthquake with a preliminary magnitude of %d struck %i kilometres south of %n on Tuesday at %t local time, the geological survey said.
            The epicentre was at a depth of %d kilometres, at a latitude of %d and a longitude of %d degrees. There were no immediate reports of injuries or damage. No tsunami warning was issued. People in the area who felt the quake are asked to report it on the website of the survey."""));
  }

  static List<Template> arabic() {
    List<String> firms =
        List.of("شركة الواحة", "مصرف النخيل", "مجموعة الساحل", "شركة القمر للطاقة");
    List<String> places = List.of("الرملة", "وادي الزيتون", "عين الصفا", "تل الورد", "رأس النبع");
    return List.of(
        new Template(
            "ar",
            firms,
            """
            سهم %n يغلق عند %d ريال
            أغلق سهم %n يوم الثلاثاء عند %d ريال بتغير نسبته %d في المئة عن إغلاق اليوم السابق، فيما تابع المستثمرون توقعات أسعار الفائدة وأرباح الشركات.
            وافتتح السهم عند %d ريال وجرى تداوله بين %d و%d ريال خلال الجلسة، وبلغ حجم التداول %d مليون سهم مقابل متوسط يومي قدره %d مليون في الأشهر الثلاثة الماضية.
            وتبلغ القيمة السوقية للشركة %d مليار ريال. أُعد هذا التقرير آليا من بيانات السوق."""),
        new Template(
            "ar",
            places,
            """
            طقس %n: العظمى %i درجة
            تتوقع هيئة الأرصاد أن يكون الطقس في %n يوم الثلاثاء غائما جزئيا، وأن تبلغ درجة الحرارة العظمى %i درجة والصغرى %i درجة، مع رياح غربية سرعتها %i كيلومترا في الساعة وهبات تصل إلى %i.
            وتبلغ فرصة هطول الأمطار %i في المئة صباحا و%i في المئة بعد الظهر، والرطوبة نحو %i في المئة. وتشرق الشمس في %t وتغرب في %t. وتنصح الهيئة المواطنين بمتابعة النشرات قبل السفر."""),
        new Template(
            "ar",
            places,
            """
            %n يفوز على %n %i-%i
            فاز فريق %n على ضيفه %n بنتيجة %i-%i أمام %d ألف متفرج يوم السبت ليحصد ثلاث نقاط في الدوري.
            وجاء الهدف الأول في الدقيقة %i بعد ركلة ركنية من اليسار، ثم الثاني في الدقيقة %i من ركلة جزاء، وقلص الضيوف الفارق في الدقيقة %i لكنهم لم يدركوا التعادل رغم الضغط في الدقائق الأخيرة.
            ويحتل الفائز المركز %i في الترتيب برصيد %i نقطة، ويخوض الأسبوع المقبل مباراة أخرى خارج ملعبه."""),
        new Template(
            "ar",
            places,
            """
            زلزال بقوة %d درجات قرب %n
            قالت هيئة المسح الجيولوجي إن زلزالا بقوة %d درجات وقع على بعد %i كيلومترا جنوب %n يوم الثلاثاء عند الساعة %t بالتوقيت المحلي.
            وكان مركز الزلزال على عمق %d كيلومتر عند خط عرض %d وخط طول %d درجة. ولم ترد تقارير فورية عن إصابات أو أضرار، ولم يصدر تحذير من موجات مد. وطلبت الهيئة ممن شعروا بالهزة الإبلاغ عنها عبر موقعها."""));
  }

  static List<Template> chinese() {
    List<String> firms = List.of("东川钢铁", "北岭食品", "南湖能源", "西江银行");
    List<String> places = List.of("青溪县", "白石镇", "柳河市", "云台区", "长泽县");
    return List.of(
        new Template(
            "zh",
            firms,
            """
            %n收报%d元
            %n股价周二收报%d元，较前一交易日变动百分之%d，投资者继续关注利率前景和企业盈利情况。
            该股开盘报%d元，盘中在%d元至%d元之间波动，成交量为%d万股，过去三个月的日均成交量为%d万股。
            该公司目前的总市值为%d亿元。本报告根据交易所数据自动生成。"""),
        new Template(
            "zh",
            places,
            """
            %n天气：最高%i度
            气象台预计，%n周二多云间晴，最高气温%i度，最低气温%i度，西风每小时%i公里，阵风可达%i公里。
            上午降雨概率为百分之%i，下午为百分之%i，相对湿度约为百分之%i。日出时间%t，日落时间%t。气象台提醒居民出行前留意最新的天气预报。"""),
        new Template(
            "zh",
            places,
            """
            %n %i比%i战胜%n
            %n队周六在主场以%i比%i战胜来访的%n队，%d万名观众到场观看，主队在联赛中再取三分。
            第一个进球出现在第%i分钟，由左侧角球创造，第%i分钟主队凭点球再下一城。客队在第%i分钟扳回一球，但尽管最后阶段大举进攻，仍未能追平比分。
            获胜一方目前以%i分排名第%i位，下周将前往客场进行另一场联赛。"""),
        new Template(
            "zh",
            places,
            """
            %n附近发生%d级地震
            地震台网测定，周二当地时间%t，%n以南%i公里处发生%d级地震，震源深度%d公里。
            震中位于北纬%d度、东经%d度。目前暂未收到人员伤亡和财产损失的报告，有关部门没有发布海啸预警。地震台网请当地有震感的居民通过网站提交报告。"""));
  }

  static List<Template> russian() {
    List<String> firms = List.of("«Северсталь-2»", "«Речбанк»", "«Луговая энергия»", "«Хлебодар»");
    List<String> places = List.of("Заречье", "Новый Бор", "Липовка", "Каменка", "Озёрск");
    return List.of(
        new Template(
            "ru",
            firms,
            """
            Акции %n закрылись на отметке %d рубля
            Акции компании %n во вторник закрылись на отметке %d рубля, изменившись на %d процента по сравнению с предыдущим днём, на фоне ожиданий по процентным ставкам и отчётности компаний.
            Торги открылись на уровне %d рубля, в течение сессии цена колебалась от %d до %d рубля. Объём торгов составил %d миллиона акций при среднем за три месяца показателе %d миллиона.
            Капитализация компании оценивается в %d миллиарда рублей. Сообщение подготовлено автоматически по данным биржи."""),
        new Template(
            "ru",
            places,
            """
            Погода: %n, до %i градусов
            По прогнозу синоптиков, в населённом пункте %n во вторник ожидается переменная облачность, днём до %i градусов, ночью до %i градусов. Ветер западный, %i километров в час, порывы до %i.
            Вероятность дождя утром составит %i процентов, во второй половине дня %i процентов, влажность воздуха около %i процентов. Восход солнца в %t, заход в %t. Жителям советуют следить за прогнозом перед поездками."""),
        new Template(
            "ru",
            places,
            """
            %n обыграл %n со счётом %i:%i
            Команда %n в субботу обыграла команду %n со счётом %i:%i на глазах у %d тысячи зрителей и набрала три очка в чемпионате.
            Первый мяч был забит на %i минуте после подачи углового слева, второй на %i минуте с пенальти. Гости отыграли один мяч на %i минуте, но сравнять счёт не смогли, несмотря на давление в концовке.
            Победители занимают %i место в таблице с %i очками. На следующей неделе их ждёт выездной матч чемпионата."""),
        new Template(
            "ru",
            places,
            """
            Землетрясение магнитудой %d произошло близ города %n
            Землетрясение магнитудой %d произошло во вторник в %t по местному времени в %i километрах к югу от города %n, сообщила геологическая служба.
            Очаг залегал на глубине %d километра, координаты эпицентра %d градуса широты и %d градуса долготы. О пострадавших и разрушениях не сообщалось, угроза цунами не объявлялась. Жителей, ощутивших толчки, просят сообщить об этом на сайте службы."""));
  }

  static List<Template> german() {
    List<String> firms = List.of("Harkort Stahl", "Nordkost", "Elbtal Energie", "Bank am Deich");
    List<String> places = List.of("Altenrode", "Birkenau", "Seefelden", "Hohenwald", "Marienstadt");
    return List.of(
        new Template(
            "de",
            firms,
            """
            Aktie von %n schließt bei %d Euro
            Die Aktie von %n hat am Dienstag bei %d Euro geschlossen, eine Veränderung von %d Prozent gegenüber dem Vortag. Anleger blickten auf die Zinsen und auf die Zahlen der Unternehmen.
            Eröffnet hatte das Papier bei %d Euro, im Handelsverlauf schwankte es zwischen %d und %d Euro. Der Umsatz lag bei %d Millionen Aktien, im Schnitt der letzten drei Monate waren es %d Millionen.
            Der Börsenwert beträgt %d Milliarden Euro. Diese Meldung wurde automatisch aus Börsendaten erstellt."""),
        new Template(
            "de",
            places,
            """
            Wetter in %n: bis %i Grad
            In %n wird es am Dienstag wechselnd bewölkt bei höchstens %i Grad, in der Nacht kühlt es auf %i Grad ab. Der Wind weht aus West mit %i Kilometern in der Stunde, in Böen bis %i.
            Das Regenrisiko liegt am Vormittag bei %i Prozent, am Nachmittag bei %i Prozent, die Luftfeuchte bei rund %i Prozent. Sonnenaufgang ist um %t Uhr, Sonnenuntergang um %t Uhr. Wer verreist, sollte vorher die neueste Vorhersage lesen."""),
        new Template(
            "de",
            places,
            """
            %n schlägt %n %i:%i
            Der SV %n hat am Samstag den FC %n vor %d tausend Zuschauern mit %i:%i geschlagen und drei Punkte in der Liga geholt.
            Das erste Tor fiel in Minute %i nach einer Ecke von links, das zweite folgte in Minute %i vom Elfmeterpunkt. Die Gäste verkürzten in Minute %i, kamen aber trotz ihres Drucks in der Schlussphase nicht mehr zum Ausgleich.
            Der Sieger steht nun auf Platz %i der Tabelle mit %i Punkten. Nächste Woche folgt ein Auswärtsspiel."""),
        new Template(
            "de",
            places,
            """
            Erdbeben der Stärke %d bei %n
            Ein Erdbeben der Stärke %d hat sich am Dienstag um %t Uhr Ortszeit %i Kilometer südlich von %n ereignet, wie der geologische Dienst mitteilte.
            Das Beben lag in einer Tiefe von %d Kilometern bei %d Grad Breite und %d Grad Länge. Berichte über Verletzte oder Schäden gab es zunächst nicht, eine Warnung vor einer Flutwelle wurde nicht ausgegeben. Wer das Beben gespürt hat, kann es auf der Seite des Dienstes melden."""));
  }
}
