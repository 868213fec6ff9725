package dev.reroute.importer.regex;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import dev.reroute.importer.ForeignConditions;
import dev.reroute.importer.NotTranslatableException;
import dev.reroute.rule.RuleBuilder;

/**
 * One way in which a regular expression is found in a URL of path and query.
 *
 * @param path the source
 * @param query what the query may be
 * @param spanning the groups that hold the end of the path, if anything of it, and the
 * query behind it
 * @param withSlash the groups that begin with a slash unless they are empty
 * @param filled the groups that begin with a slash and are never empty
 * @param again whether the source before this one is for the same paths, without a query
 * @param before what stands in a target for the text in front, from behind the first
 * slash; empty if nothing is in front
 * @param behind what stands in a target for what follows in the path, before the query;
 * empty if nothing follows
 */
public record UrlSource(ForeignSource path, UrlQuery query, Set<Integer> spanning, Set<Integer> withSlash,
		Set<Integer> filled, boolean again, String before, String behind) {

	/**
	 * Whether it is for requests without a query alone.
	 * @return whether it is
	 */
	public boolean isWithoutQuery() {
		return this.query.equals(UrlQuery.NONE);
	}

	/**
	 * The same, for requests without a query alone.
	 * @return the source
	 */
	public UrlSource withoutQuery() {
		return new UrlSource(this.path, UrlQuery.NONE, this.spanning, this.withSlash, this.filled, this.again,
				this.before, this.behind);
	}

	/**
	 * What stands in a target for each group.
	 * @return the placeholders, such as <code>{1}</code>, by the number of the group
	 */
	public Map<Integer, String> placeholders() {
		Map<Integer, String> placeholders = new HashMap<>(this.path.placeholders());
		placeholders.putAll(this.query.placeholders());
		return placeholders;
	}

	/**
	 * Begin a rule.
	 * @return a rule with this source, yet without the conditions
	 */
	public RuleBuilder rule() {
		return this.path.rule();
	}

	/**
	 * Add the conditions on path and query to those of a rule.
	 * @param conditions the conditions
	 * @throws NotTranslatableException if there are others on the same already
	 */
	public void addTo(ForeignConditions conditions) throws NotTranslatableException {
		this.path.addTo(conditions);
		this.query.addTo(conditions);
	}

}
