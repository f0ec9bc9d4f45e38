package newswire.enrich.entities;

import com.ibm.icu.lang.UScript;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the letters of a script sound, coarsely: {@code B} (b, p), {@code F} (f, v), {@code D},
 * {@code T}, {@code K}, {@code G} (g, j), {@code H} (h, kh), {@code L}, {@code M}, {@code N},
 * {@code R}, {@code S} (s, z), {@code X} (sh, ch); vowels are {@code a}, {@code e}, {@code i} and
 * {@code o}. What one alphabet cannot write apart from the other is one sound.
 */
final class NameSounds {

  private static final String LATIN =
      "a=a b=B c=K d=D e=e f=F g=G h=H i=i j=G k=K l=L m=M n=N o=o p=B q=K r=R s=S t=T u=o v=F w=o"
          + " x=KS y=i z=S ı=i ø=o æ=e ß=S đ=D ð=D þ=T ł=L œ=o ə=e"
          + " ce=Se ci=Si cy=Si cq=K ck=K ch=X chr=KR chl=KL chae=Ke sch=SK tch=X dj=G kh=H gh=G zh=G"
          + " sh=X shch=X ph=F th=T dh=D ts=TS ee=i ie=i ei=i ey=i ay=i ai=i ou=o oo=o ohn=oN ohl=oL"
          + " uhn=oN ahl=aL wr=R";
  private static final String CYRILLIC =
      "а=a б=B в=F г=G ґ=G д=D е=e ж=G з=S и=i і=i ї=i й=i к=K л=L м=M н=N о=o п=B р=R с=S т=T у=o"
          + " ф=F х=H ц=TS ч=X ш=X щ=X ъ= ы=i ь= э=e ю=o я=a є=e ў=o ғ=G қ=K ң=NG ү=o ұ=o һ=H ө=o"
          + " ә=a ј=i љ=L њ=N ћ=X ђ=G џ=G ѓ=G ќ=K ѕ=S дж=G ей=i ай=i ый=i ий=i";
  private static final String ARABIC =
      "ا=a أ=a إ=i آ=a ء= ؤ=o ئ=i ب=B پ=B ت=T ث=T ج=G چ=X ح=H خ=H د=D ذ=D ر=R ز=S ژ=G س=S ش=X ص=S"
          + " ض=D ط=T ظ=S ع=a غ=G ف=F ڤ=F ق=K ك=K ک=K گ=G ل=L م=M ن=N ه=H ہ=H ھ= ة=a ۀ=a ە=a و=o ي=i"
          + " ی=i ى=a ے=e ں=N ٹ=T ڈ=D ڑ=R تش=X ڭ=NG ۇ=o ۆ=o ۈ=o ې=e ێ=e وو=o يي=i";
  private static final String HEBREW =
      "א=a ב=B ג=G ד=D ה=H ו=o ז=S ח=H ט=T י=i כ=K ך=H ל=L מ=M ם=M נ=N ן=N ס=S ע=a פ=B ף=F צ=TS"
          + " ץ=TS ק=K ר=R ש=X ת=T וו=F ג׳=G ז׳=G צ׳=X ץ׳=X ג'=G ז'=G צ'=X ץ'=X טש=X יי=i";
  private static final String GREEK =
      "α=a β=F γ=G δ=D ε=e ζ=S η=i θ=T ι=i κ=K λ=L μ=M ν=N ξ=KS ο=o π=B ρ=R σ=S ς=S τ=T υ=i φ=F χ=H"
          + " ψ=BS ω=o ου=o μπ=B ντ=D γκ=G γγ=NG τζ=G αυ=aF ευ=eF αι=e ει=i οι=i";
  private static final String DEVANAGARI =
      "अ=a आ=a इ=i ई=i उ=o ऊ=o ए=e ऐ=i ओ=o औ=o ऑ=o ऋ=Ri ा=a ि=i ी=i ु=o ू=o े=e ै=i ो=o ौ=o ॉ=o ृ=Ri"
          + " क=K ख=H ग=G घ=G ङ=NG च=X छ=X ज=G झ=G ञ=N ट=T ठ=T ड=D ढ=D ण=N त=T थ=T द=D ध=D न=N प=B"
          + " फ=F ब=B भ=B म=M य=i र=R ल=L व=F श=X ष=X स=S ह=H ं=N ँ=N ्= ज़=S ड़=R ढ़=R";

  /** Where a language writes the sounds of foreign names in its own way. */
  private static final Map<String, String> BY_LANGUAGE =
      Map.ofEntries(
          Map.entry("de", "w=F j=i sch=X tsch=X dsch=G ch=H chr=KR z=TS tz=TS v=F ie=i eu=o"),
          Map.entry("pl", "w=F j=i cz=X sz=X szcz=X ch=H c=TS ci=X rz=G dz=DS dż=G ł=L"),
          Map.entry("cs", "j=i ch=H c=TS"),
          Map.entry("sk", "j=i ch=H c=TS"),
          Map.entry("hu", "j=i s=X sz=S cs=X zs=G c=TS gy=D ly=i"),
          Map.entry("tr", "c=G ce=Ge ci=Gi ş=X ç=X ay=i"),
          Map.entry("az", "c=G ce=Ge ci=Gi ş=X ç=X q=G x=H"),
          Map.entry("es", "j=H ll=i gu=G gue=Ge gui=Gi h="),
          Map.entry("it", "ch=K che=Ke chi=Ki ci=Xi ce=Xe sci=Xi h="),
          Map.entry("fr", "ch=X ou=o j=G tch=X h="),
          Map.entry("nl", "j=i ch=H sj=X tsj=X oe=o w=F"),
          Map.entry("sv", "j=i sj=X tj=X"),
          Map.entry("nb", "j=i sj=X tsj=X"),
          Map.entry("da", "j=i sj=X tj=X"),
          Map.entry("fi", "j=i sh=X"),
          Map.entry("uk", "г=H е=e"),
          Map.entry("fa", "ض=S ذ=S ث=S ى=i"),
          Map.entry("ur", "ض=S ذ=S ث=S ى=i"));

  private static final Map<Integer, NameSounds> BY_SCRIPT =
      Map.of(
          UScript.LATIN, new NameSounds(LATIN),
          UScript.CYRILLIC, new NameSounds(CYRILLIC),
          UScript.ARABIC, new NameSounds(ARABIC),
          UScript.HEBREW, new NameSounds(HEBREW),
          UScript.GREEK, new NameSounds(GREEK),
          UScript.DEVANAGARI, new NameSounds(DEVANAGARI));
  private static final Map<String, Map<Integer, NameSounds>> OWN = own();

  private static final int LONGEST = 4;

  private final Map<String, String> sounds;

  private NameSounds(String... tables) {
    Map<String, String> all = new HashMap<>();
    for (String table : tables) {
      for (String row : table.split(" ", -1)) {
        String[] parts = row.split("=", 2);
        all.put(Normalizer.normalize(parts[0], Normalizer.Form.NFC), parts[1]);
      }
    }
    sounds = Map.copyOf(all);
  }

  /** Of a script as {@code language} uses it; null for a script that is not read here. */
  static @Nullable NameSounds of(int script, String language) {
    NameSounds own = OWN.getOrDefault(language, Map.of()).get(script);
    return own != null ? own : BY_SCRIPT.get(script);
  }

  /** The sounds of a folded word. */
  String read(String word) {
    StringBuilder out = new StringBuilder(word.length());
    int at = 0;
    while (at < word.length()) {
      int length = Math.min(LONGEST, word.length() - at);
      while (length > 1 && !sounds.containsKey(word.substring(at, at + length))) {
        length--;
      }
      out.append(sounds.getOrDefault(word.substring(at, at + length), ""));
      at += length;
    }
    return out.toString();
  }

  private static Map<String, Map<Integer, NameSounds>> own() {
    Map<String, Map<Integer, NameSounds>> own = new HashMap<>();
    BY_LANGUAGE.forEach(
        (language, table) -> {
          boolean arabic = List.of("fa", "ur").contains(language);
          int script = arabic ? UScript.ARABIC : UScript.LATIN;
          String base = arabic ? ARABIC : LATIN;
          if (language.equals("uk")) {
            script = UScript.CYRILLIC;
            base = CYRILLIC;
          }
          own.put(language, Map.of(script, new NameSounds(base, table)));
        });
    return Map.copyOf(own);
  }
}
