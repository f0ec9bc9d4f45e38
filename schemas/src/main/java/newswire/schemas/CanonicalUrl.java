package newswire.schemas;

import crawlercommons.domains.PaidLevelDomain;
import crawlercommons.filters.basic.BasicURLNormalizer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP address in the one form that stands for the page: normalised by crawler-commons, without
 * fragment and tracking parameters.
 *
 * @param value the address
 */
public record CanonicalUrl(String value) {

  private static final BasicURLNormalizer NORMALIZER = new BasicURLNormalizer();
  private static final int LONGEST = 8_192;
  private static final Set<String> TRACKING =
      Set.of(
          "fbclid",
          "gclid",
          "dclid",
          "msclkid",
          "yclid",
          "twclid",
          "igshid",
          "mc_cid",
          "mc_eid",
          "ocid",
          "cmpid",
          "smid",
          "ns_mchannel",
          "ns_source",
          "ns_campaign",
          "_ga",
          "spm");

  /** The address in {@code text}; empty if it is none, or not of HTTP. */
  public static Optional<CanonicalUrl> parse(@Nullable String text) {
    if (text == null || text.isBlank() || text.length() > LONGEST) {
      return Optional.empty();
    }
    String normal = NORMALIZER.filter(text.strip());
    if (normal == null) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(normal);
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return http && uri.getHost() != null
          ? Optional.of(new CanonicalUrl(withoutTracking(uri)))
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /**
   * The registrable domain by the public-suffix list, such as {@code bbc.co.uk}; the host itself
   * where there is none (an IP address, a single label).
   */
  public String site() {
    String host = URI.create(value).getHost().toLowerCase(Locale.ROOT);
    String registrable = PaidLevelDomain.getPLD(host);
    return registrable == null || registrable.isEmpty() ? host : registrable;
  }

  private static String withoutTracking(URI uri) {
    String query = uri.getRawQuery();
    String address = uri.toString();
    int fragment = address.indexOf('#');
    if (fragment >= 0) {
      address = address.substring(0, fragment);
    }
    if (query == null) {
      return address;
    }
    String kept =
        Arrays.stream(query.split("&", -1))
            .filter(parameter -> !parameter.isEmpty() && !tracks(parameter))
            .collect(Collectors.joining("&"));
    String path = address.substring(0, address.indexOf('?'));
    return kept.isEmpty() ? path : path + "?" + kept;
  }

  private static boolean tracks(String parameter) {
    String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
    return name.startsWith("utm_") || name.startsWith("at_custom") || TRACKING.contains(name);
  }

  @Override
  public String toString() {
    return value;
  }
}
