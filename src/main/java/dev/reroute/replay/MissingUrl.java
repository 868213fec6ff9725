package dev.reroute.replay;

import java.util.List;

/**
 * A URL that ends in 404, and no rule answers it.
 *
 * @param url the URL, without its query
 * @param nearest what was perhaps meant, the nearest first; possibly nothing
 */
public record MissingUrl(String url, List<String> nearest) {

}
