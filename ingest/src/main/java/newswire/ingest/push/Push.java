package newswire.ingest.push;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import newswire.ingest.ArticleFiles;
import newswire.ingest.ArticleRow;
import newswire.ingest.FileItem;
import newswire.schemas.ArticleId;
import newswire.schemas.CanonicalUrl;
import newswire.schemas.avro.RawArticle;

/**
 * What one request brings.
 *
 * @param articles each of which has an id: a row without address and id is known by its content
 */
record Push(List<RawArticle> articles) {

  static final int MOST_ROWS = 1_000;
  private static final Pattern FIELDS = Pattern.compile("^fields? (\\w+)(?: and \\w+)?: ");

  /**
   * Why a request is refused as a whole.
   *
   * @param line from 1
   * @param field empty if it is not one field's fault
   */
  record Fault(int line, String field, String reason) {}

  /** A body of which something is wrong. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Fault fault;

    Wrong(Fault fault) {
      super(fault.reason());
      this.fault = fault;
    }

    Fault fault() {
      return fault;
    }
  }

  static Push read(byte[] body, String contentType, Instant now) throws Wrong {
    List<RawArticle> articles = new ArrayList<>();
    String type = contentType.toLowerCase(Locale.ROOT);
    if (!type.contains("ndjson") && !type.contains("jsonl") && !type.contains("json-seq")) {
      articles.add(known(article(ArticleRow.read(body, ":1", now))));
      return new Push(List.copyOf(articles));
    }
    try (Stream<FileItem> rows = rows(body, now)) {
      for (FileItem row : (Iterable<FileItem>) rows::iterator) {
        articles.add(known(article(row)));
        if (articles.size() > MOST_ROWS) {
          int line = line(row.place());
          throw new Wrong(new Fault(line, "", "more than " + MOST_ROWS + " rows"));
        }
      }
    }
    if (articles.isEmpty()) {
      throw new Wrong(new Fault(1, "", "there is no row"));
    }
    return new Push(List.copyOf(articles));
  }

  private static Stream<FileItem> rows(byte[] body, Instant now) {
    return new ArticleFiles(Clock.fixed(now, ZoneOffset.UTC))
        .rows(new ByteArrayInputStream(body), "");
  }

  private static RawArticle article(FileItem item) throws Wrong {
    if (item instanceof FileItem.Read read) {
      return read.article();
    }
    String reason = ((FileItem.Refused) item).reason();
    Matcher field = FIELDS.matcher(reason);
    String name = field.find() ? field.group(1) : "";
    throw new Wrong(new Fault(line(item.place()), name, reason));
  }

  private static int line(String place) {
    return Integer.parseInt(place.substring(place.lastIndexOf(':') + 1));
  }

  private static RawArticle known(RawArticle article) {
    if (!article.getItemId().isEmpty() || CanonicalUrl.parse(article.getUrl()).isPresent()) {
      return article;
    }
    String title = article.getEntry().map(entry -> entry.getTitle() + "\n").orElse("");
    byte[] head = title.getBytes(StandardCharsets.UTF_8);
    ByteBuffer body = article.getBody().duplicate();
    byte[] all = new byte[head.length + body.remaining()];
    System.arraycopy(head, 0, all, 0, head.length);
    body.get(all, head.length, body.remaining());
    return RawArticle.newBuilder(article).setItemId("sha256:" + ArticleId.sha256(all)).build();
  }

  /** Ids of the articles, in their order. */
  List<String> ids() {
    return articles.stream()
        .map(
            article ->
                CanonicalUrl.parse(article.getUrl())
                    .map(ArticleId::ofUrl)
                    .orElseGet(() -> ArticleId.ofItem(article.getSourceId(), article.getItemId())))
        .toList();
  }
}
