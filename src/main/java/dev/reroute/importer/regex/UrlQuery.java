package dev.reroute.importer.regex;

import java.util.List;
import java.util.Map;

import dev.reroute.importer.ForeignConditions;
import dev.reroute.importer.NotTranslatableException;

/**
 * What the query of a URL may be.
 *
 * @param any whether it may be any, or none
 * @param texts otherwise one of these must match; there is no query where there are none
 * @param placeholders what stands in a target for the groups in it
 * @param cut whether in the original more may follow, which would be written behind the
 * target
 */
public record UrlQuery(boolean any, List<String> texts, Map<Integer, String> placeholders, boolean cut) {

	/** Any, or none. */
	static final UrlQuery ANY = new UrlQuery(true, List.of(), Map.of(), false);

	/** There is none. */
	static final UrlQuery NONE = new UrlQuery(false, List.of(), Map.of(), false);

	static UrlQuery like(String text) {
		return new UrlQuery(false, List.of(text), Map.of(), false);
	}

	void addTo(ForeignConditions conditions) throws NotTranslatableException {
		if (!this.any && this.texts.isEmpty()) {
			conditions.onlyQuery(List.of());
		}
		else if (!this.any) {
			conditions.queryString(false, this.texts);
		}
	}

}
