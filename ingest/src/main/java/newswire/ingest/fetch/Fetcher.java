package newswire.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import newswire.ingest.fetch.FetchResult.Failed;
import newswire.ingest.fetch.FetchResult.Fetched;
import newswire.ingest.fetch.FetchResult.NotModified;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.brotli.BrotliInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * Gets bodies over HTTP, bounded in time, size, redirects and reach; network trouble is a result
 * and never an exception. Safe for many threads.
 */
public final class Fetcher implements AutoCloseable {

  private static final int MOST_REDIRECTS = 5;
  private static final int LONGEST_URL = 8_192;
  private static final int LONGEST_HEADER = 1_024;
  private static final int NOT_MODIFIED = 304;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final String userAgent;
  private final Duration deadline;
  private final Clock clock;
  private final OkHttpClient open;
  private final OkHttpClient guarded;

  /**
   * @param userAgent sent with every request
   * @param deadline for a whole request, redirects and body included
   */
  public Fetcher(String userAgent, Duration deadline, Clock clock) {
    this.userAgent = userAgent;
    this.deadline = deadline;
    this.clock = clock;
    // One pool each: a connection that one may use must not be found by the other.
    this.open = client(AddressPolicy.PRIVATE_TOO);
    this.guarded = client(AddressPolicy.PUBLIC_ONLY);
  }

  private OkHttpClient client(AddressPolicy policy) {
    return new OkHttpClient.Builder()
        .dns(new LocalNames())
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
    long end = System.nanoTime() + deadline.toNanos();
    HttpUrl url = HttpUrl.parse(request.url());
    if (url == null || request.url().length() > LONGEST_URL) {
      return Failed.refused(request.url(), 0, "it is not an HTTP address");
    }
    for (int hop = 0; ; hop++) {
      Step step = step(request, url, Duration.ofNanos(end - System.nanoTime()));
      if (step.result() != null) {
        return step.result();
      }
      if (hop == MOST_REDIRECTS) {
        return Failed.refused(url.toString(), 0, "more than " + MOST_REDIRECTS + " redirects");
      }
      url = step.next();
    }
  }

  private Step step(FetchRequest request, HttpUrl url, Duration left) {
    if (left.isNegative() || left.isZero()) {
      return Step.end(Failed.unanswered(url.toString(), tooSlow()));
    }
    OkHttpClient client = request.allowPrivateNetworks() ? open : guarded;
    OkHttpClient timed = client.newBuilder().callTimeout(left).build();
    try (Response response = timed.newCall(toHttp(request, url)).execute()) {
      return answered(request, url, response);
    } catch (GuardedSockets.ForbiddenAddress e) {
      return Step.end(Failed.refused(url.toString(), 0, String.valueOf(e.getMessage())));
    } catch (IOException e) {
      return Step.end(Failed.unanswered(url.toString(), reason(e, url)));
    }
  }

  private Request toHttp(FetchRequest request, HttpUrl url) {
    Request.Builder builder =
        new Request.Builder()
            .url(url)
            .header("User-Agent", userAgent)
            .header("Accept", request.accept());
    if (isHeader(request.etag())) {
      builder.header("If-None-Match", request.etag());
    }
    if (isHeader(request.lastModified())) {
      builder.header("If-Modified-Since", request.lastModified());
    }
    return builder.build();
  }

  private Step answered(FetchRequest request, HttpUrl url, Response response) throws IOException {
    int status = response.code();
    if (REDIRECTS.contains(status)) {
      return redirected(url, response);
    }
    if (status == NOT_MODIFIED) {
      return Step.end(new NotModified(url.toString()));
    }
    if (!response.isSuccessful()) {
      Optional<Duration> wait =
          RetryAfter.read(header(response, "Retry-After"), Instant.now(clock));
      return Step.end(Failed.status(url.toString(), status, wait.orElse(null)));
    }
    byte[] body = body(response, request.maxBytes());
    if (body == null) {
      String reason = "the body is larger than " + request.maxBytes() + " bytes";
      return Step.end(Failed.refused(url.toString(), status, reason));
    }
    return Step.end(
        new Fetched(
            url.toString(),
            status,
            header(response, "Content-Type"),
            body,
            header(response, "ETag"),
            header(response, "Last-Modified")));
  }

  private static Step redirected(HttpUrl url, Response response) {
    String location = response.header("Location", "");
    HttpUrl next = location == null || location.isEmpty() ? null : url.resolve(location);
    if (next == null || next.toString().length() > LONGEST_URL) {
      return Step.end(
          Failed.refused(url.toString(), response.code(), "a redirect to no HTTP address"));
    }
    if (url.isHttps() && !next.isHttps()) {
      return Step.end(
          Failed.refused(url.toString(), response.code(), "a redirect from https to http"));
    }
    return Step.to(next);
  }

  /** The body; null if it is too large. Read by hand, since only what comes out can be counted. */
  private static byte @Nullable [] body(Response response, int maxBytes) throws IOException {
    try (InputStream in = response.body().byteStream()) {
      byte[] body = in.readNBytes(maxBytes);
      return body.length == maxBytes && in.read() >= 0 ? null : body;
    }
  }

  private static String header(Response response, String name) {
    String value = response.header(name);
    return value == null || value.length() > LONGEST_HEADER ? "" : value.strip();
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

  /** The end of a request, or where it goes on. */
  private record Step(@Nullable FetchResult result, HttpUrl next) {

    private static final HttpUrl NOWHERE = HttpUrl.get("http://localhost/");

    static Step end(FetchResult result) {
      return new Step(result, NOWHERE);
    }

    static Step to(HttpUrl next) {
      return new Step(null, next);
    }
  }
}
