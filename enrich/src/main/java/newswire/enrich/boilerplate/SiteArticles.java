package newswire.enrich.boilerplate;

import org.jspecify.annotations.Nullable;

/** The articles of sites as they were given last. */
@FunctionalInterface
public interface SiteArticles {

  @Nullable SiteArticle get(String id);
}
