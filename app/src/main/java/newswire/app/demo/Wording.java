package newswire.app.demo;

import java.util.List;

/** The words of a page around its article, in one language. */
record Wording(
    String language,
    String home,
    List<String> sections,
    String cookies,
    String accept,
    String by,
    String share,
    String related,
    String newsletter,
    String subscribe,
    String comments,
    List<String> remarks,
    String footer,
    String source) {}
