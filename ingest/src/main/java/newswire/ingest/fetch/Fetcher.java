package newswire.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import newswire.ingest.fetch.FetchResult.Advice;
import newswire.ingest.fetch.FetchResult.Failed;
import newswire.ingest.fetch.FetchResult.Fetched;
import newswire.ingest.fetch.FetchResult.NotModified;
import newswire.ingest.fetch.Trail.Step;
import okhttp3.CacheControl;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.brotli.BrotliInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * Gets bodies over HTTP, bounded in time, size, redirects and reach; network trouble is a result
 * and never an exception. Safe for many threads.
 */
public final class Fetcher implements AutoCloseable {

  private static final int LONGEST_HEADER = 1_024;
  private static final int NOT_MODIFIED = 304;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> TURNING_TO_GET = Set.of(301, 302, 303);
  private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

  private final String userAgent;
  private final Duration deadline;
  private final Clock clock;
  private final OkHttpClient open;
  private final OkHttpClient guarded;

  /**
   * How names and addresses are taken.
   *
   * @param isPublic whether a request may reach an address without further permission
   */
  record Network(Dns dns, Predicate<InetAddress> isPublic) {

    static final Network REAL = new Network(new LocalNames(), AddressPolicy.PUBLIC_ONLY::allows);
  }

  /**
   * @param userAgent sent with every request
   * @param deadline for a whole request, redirects and body included
   */
  public Fetcher(String userAgent, Duration deadline, Clock clock) {
    this(userAgent, deadline, clock, Network.REAL);
  }

  Fetcher(String userAgent, Duration deadline, Clock clock, Network network) {
    this.userAgent = userAgent;
    this.deadline = deadline;
    this.clock = clock;
    // One pool each: a connection that one may use must not be found by the other.
    this.open = client(network.dns(), AddressPolicy.PRIVATE_TOO::allows);
    this.guarded = client(network.dns(), network.isPublic());
  }

  private OkHttpClient client(Dns dns, Predicate<InetAddress> policy) {
    return new OkHttpClient.Builder()
        .dns(dns)
        .socketFactory(new GuardedSockets(policy))
        .proxy(Proxy.NO_PROXY)
        .followRedirects(false)
        .followSslRedirects(false)
        .connectTimeout(deadline)
        .readTimeout(deadline)
        .writeTimeout(deadline)
        .connectionPool(new ConnectionPool(16, 30, TimeUnit.SECONDS))
        .addInterceptor(BrotliInterceptor.INSTANCE)
        .build();
  }

  /** Asks, following redirects; blocks no longer than the deadline and a lookup of the name. */
  public FetchResult fetch(FetchRequest request) {
    Step step = begin(request);
    while (step.result() == null) {
      step = step(request, step.trail());
    }
    return step.result();
  }

  /** Where a request begins; its end already if it has no address. */
  Step begin(FetchRequest request) {
    return Trail.begin(request.url(), deadline)
        .map(Step::to)
        .orElseGet(() -> Step.end(Failed.refused(request.url(), 0, "it is not an HTTP address")));
  }

  /** Asks one address of a trail. */
  Step step(FetchRequest request, Trail trail) {
    String url = trail.url().toString();
    if (trail.left().isNegative() || trail.left().isZero()) {
      return Step.end(Failed.unanswered(url, tooSlow()));
    }
    OkHttpClient client = request.allowPrivateNetworks() ? open : guarded;
    OkHttpClient timed = client.newBuilder().callTimeout(trail.left()).build();
    long start = System.nanoTime();
    try (Response response = timed.newCall(toHttp(request, trail.url())).execute()) {
      if (request.isPost() && TURNING_TO_GET.contains(response.code())) {
        return Step.end(
            Failed.refused(url, response.code(), "a redirect that a form does not follow"));
      }
      return REDIRECTS.contains(response.code())
          ? trail.follow(
              response.code(),
              header(response, "Location"),
              Duration.ofNanos(System.nanoTime() - start))
          : Step.end(answered(request, trail, response));
    } catch (GuardedSockets.ForbiddenAddress e) {
      return Step.end(Failed.refused(url, 0, String.valueOf(e.getMessage())));
    } catch (IOException e) {
      return Step.end(Failed.unanswered(url, reason(e, trail.url())));
    }
  }

  private Request toHttp(FetchRequest request, HttpUrl url) {
    Request.Builder builder =
        new Request.Builder()
            .url(url)
            .header("User-Agent", agent(request))
            .header("Accept", request.accept());
    if (request.isPost()) {
      builder.post(RequestBody.create(request.form().getBytes(StandardCharsets.UTF_8), FORM));
    }
    if (isHeader(request.etag())) {
      builder.header("If-None-Match", request.etag());
    }
    if (isHeader(request.lastModified())) {
      builder.header("If-Modified-Since", request.lastModified());
    }
    return builder.build();
  }

  private FetchResult answered(FetchRequest request, Trail trail, Response response)
      throws IOException {
    int status = response.code();
    String url = trail.url().toString();
    Advice advice = new Advice(trail.movedTo(), maxAge(response), links(response));
    if (status == NOT_MODIFIED) {
      return request.isConditional()
          ? new NotModified(
              url, header(response, "ETag"), header(response, "Last-Modified"), advice)
          : Failed.refused(url, status, "not modified, it says, but we have nothing of it");
    }
    if (!response.isSuccessful()) {
      Optional<Duration> wait =
          RetryAfter.read(header(response, "Retry-After"), Instant.now(clock));
      return Failed.status(url, status, wait.orElse(null));
    }
    byte[] body = body(response, request);
    if (body == null) {
      String reason = "the body is larger than " + request.maxBytes() + " bytes";
      return Failed.refused(url, status, reason);
    }
    return new Fetched(
        url,
        status,
        header(response, "Content-Type"),
        body,
        header(response, "ETag"),
        header(response, "Last-Modified"),
        advice);
  }

  private static String links(Response response) {
    String links = String.join(", ", response.headers("Link"));
    return links.length() > Trail.LONGEST_URL ? "" : links;
  }

  private static @Nullable Duration maxAge(Response response) {
    CacheControl cache = response.cacheControl();
    boolean fresh = cache.maxAgeSeconds() > 0 && !cache.noCache() && !cache.noStore();
    return fresh ? Duration.ofSeconds(cache.maxAgeSeconds()) : null;
  }

  /** The body; null if it is too large. Read by hand, since only what comes out can be counted. */
  private static byte @Nullable [] body(Response response, FetchRequest request)
      throws IOException {
    int most = request.maxBytes();
    try (InputStream in = response.body().byteStream()) {
      byte[] body = in.readNBytes(most);
      return body.length == most && !request.isCut() && in.read() >= 0 ? null : body;
    }
  }

  private static String header(Response response, String name) {
    String value = response.header(name);
    int longest = name.equals("Location") ? Trail.LONGEST_URL : LONGEST_HEADER;
    return value == null || value.length() > longest ? "" : value.strip();
  }

  // A validator that could not be sent as it came is not sent.
  private static boolean isHeader(String value) {
    return !value.isEmpty() && value.chars().allMatch(c -> c >= ' ' && c < 127);
  }

  private String reason(IOException e, HttpUrl url) {
    if (e instanceof InterruptedIOException) {
      return tooSlow();
    }
    if (e instanceof UnknownHostException) {
      return "the host is not known: " + url.host();
    }
    if (e instanceof SSLException) {
      return "no secure connection: " + e.getMessage();
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private String tooSlow() {
    return "no complete answer within " + deadline.toMillis() + " ms";
  }

  /** Ends every request under way. */
  @Override
  public void close() {
    for (OkHttpClient client : new OkHttpClient[] {open, guarded}) {
      client.dispatcher().cancelAll();
      client.connectionPool().evictAll();
      client.dispatcher().executorService().shutdown();
    }
  }

  /** What a request calls itself. */
  String agent(FetchRequest request) {
    return isHeader(request.userAgent()) ? request.userAgent() : userAgent;
  }
}
