package dev.reroute.importer.cloudflare;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.reroute.importer.InvalidDirectiveException;
import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.pages.PagePath;
import dev.reroute.importer.pages.PageRule;
import dev.reroute.rule.RuleBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A row of Bulk Redirects.
 *
 * <pre>
 * row    = source "," target [ "," status [ "," query [ "," subdomains [ "," subpaths [ "," suffix ]]]]]
 * source = [ ( "http" | "https" ) "://" ] host [ path ]
 * query, subdomains, subpaths, suffix = "TRUE" | "true" | "FALSE" | "false" | ""
 * </pre>
 *
 * @param source the source as it was written
 * @param scheme the scheme, or {@code null} for both
 * @param host the host
 * @param path the path
 * @param target the target
 * @param status the status
 * @param query whether the query goes along
 * @param subdomains whether all hosts below match, too
 * @param subpaths whether all paths below match, too
 * @param suffix whether the rest of the path goes along; {@code null} if the row does not
 * say
 */
record BulkRedirect(String source, @Nullable String scheme, String host, String path, String target, int status,
		boolean query, boolean subdomains, boolean subpaths, @Nullable Boolean suffix) {

	private static final int COLUMNS = 7;

	private static final Pattern SOURCE = Pattern.compile("(?:(https?)://)?([^\\s/?#@:*{}]+)(/[^?#]*)?");

	private static final Pattern URL = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:\\S+");

	private static final Pattern HOST_ALONE = Pattern.compile("[^:/]+://[^/]*/");

	private static final Set<String> STATUSES = Set.of("", "301", "302", "307", "308");

	static BulkRedirect parse(List<String> cells) throws InvalidDirectiveException {
		if (cells.size() < 2 || cells.size() > COLUMNS) {
			throw new InvalidDirectiveException("a source, a target and at most five more columns");
		}
		String source = cells.get(0).strip();
		Matcher parts = SOURCE.matcher(source);
		if (!parts.matches()) {
			throw new InvalidDirectiveException("a source with a host, without user, port, query and fragment");
		}
		String target = cells.get(1).strip();
		if (!URL.matcher(target).matches()) {
			throw new InvalidDirectiveException("a URL as target; the list has no header");
		}
		String status = cell(cells, 2);
		if (!STATUSES.contains(status)) {
			throw new InvalidDirectiveException("one of the statuses 301, 302, 307 and 308");
		}
		boolean query = isTrue(cells, 3);
		if (query && target.indexOf('?') >= 0) {
			throw new InvalidDirectiveException("a target without a query, since that of the request goes along");
		}
		return new BulkRedirect(source, parts.group(1), parts.group(2).toLowerCase(Locale.ROOT),
				(parts.group(3) != null) ? parts.group(3) : "/", target,
				status.isEmpty() ? 301 : Integer.parseInt(status), query, isTrue(cells, 4), isTrue(cells, 5),
				cell(cells, 6).isEmpty() ? null : (Boolean) isTrue(cells, 6));
	}

	private static String cell(List<String> cells, int index) {
		return (index < cells.size()) ? cells.get(index).strip() : "";
	}

	private static boolean isTrue(List<String> cells, int index) throws InvalidDirectiveException {
		return switch (cell(cells, index)) {
			case "TRUE", "true" -> true;
			case "FALSE", "false", "" -> false;
			default -> throw new InvalidDirectiveException("TRUE, FALSE or nothing in column " + (index + 1));
		};
	}

	/**
	 * The order in which the first that matches is the one that Cloudflare takes:
	 * <ol>
	 * <li>a longer path before a shorter one;</li>
	 * <li>the host alone before all hosts below it, too;</li>
	 * <li>of these, a host with more labels before one with fewer;</li>
	 * <li>one scheme before both;</li>
	 * <li>a path alone before all paths below it, too.</li>
	 * </ol>
	 * A path that no other can match as a part of a longer one need not be compared: it
	 * comes first.
	 * @param subpaths the paths of all rows that match paths below
	 * @return the order
	 */
	static Comparator<BulkRedirect> bySpecificity(Set<String> subpaths) {
		Comparator<BulkRedirect> longest = Comparator
			.comparingInt((row) -> subpaths.contains(row.path()) ? -row.path().length() : Integer.MIN_VALUE);
		return longest.thenComparing(BulkRedirect::subdomains)
			.thenComparingInt((row) -> row.subdomains() ? -row.host().split("\\.").length : 0)
			.thenComparing((row) -> row.scheme() == null)
			.thenComparing(BulkRedirect::subpaths);
	}

	/**
	 * The rules that say the same.
	 * @return the rules
	 * @throws NotTranslatableException if it is not clear what the row says
	 */
	List<RuleBuilder> translate() throws NotTranslatableException {
		if (this.path.indexOf('*') >= 0) {
			throw new NotTranslatableException("Cloudflare takes its asterisk for text; is SUBPATH_MATCHING meant?");
		}
		if (!this.subpaths) {
			return List.of(rule(alone()));
		}
		if (this.suffix == null) {
			throw new NotTranslatableException(
					"the column PRESERVE_PATH_SUFFIX is empty, and Cloudflare's documentation "
							+ "has two defaults for it; write TRUE or FALSE");
		}
		PageRule below = below(this.suffix);
		// a rest brings its own slash, so that the target's would be lost where there is
		// none
		boolean losesSlash = this.suffix && !isOpen() && !this.path.equals("/") && this.target.endsWith("/")
				&& !HOST_ALONE.matcher(this.target).matches();
		return losesSlash ? List.of(rule(alone()), rule(below)) : List.of(rule(below));
	}

	private PageRule alone() throws NotTranslatableException {
		return PageRule.literal(PagePath.literal(this.path), this.target, false, PageRule.Splat.IS_THERE);
	}

	private PageRule below(boolean withRest) throws NotTranslatableException {
		PagePath source = PagePath.below(this.path.endsWith("/") ? this.path : this.path + "/");
		return PageRule.literal(source, withRest ? directory() : this.target, withRest,
				isOpen() ? PageRule.Splat.IS_THERE : PageRule.Splat.MAY_LACK);
	}

	/** Whether the path without the slash at its end does not match. */
	private boolean isOpen() {
		return this.path.endsWith("/") && this.path.length() > 1;
	}

	private String directory() throws NotTranslatableException {
		if (this.target.indexOf('?') >= 0 || this.target.indexOf('#') >= 0) {
			throw new NotTranslatableException(
					"nothing is known of where the rest goes in a target with query or fragment");
		}
		boolean slash = this.target.endsWith("/");
		if (isOpen() && !slash) {
			throw new NotTranslatableException("its source ends in a slash and its target does not");
		}
		return slash ? this.target : this.target + "/";
	}

	private RuleBuilder rule(PageRule page) throws NotTranslatableException {
		RuleBuilder rule = page.rule(this.scheme, this.subdomains ? null : this.host);
		if (this.subdomains) {
			rule.host(this.host, "*." + this.host);
			if (this.scheme != null) {
				rule.scheme(this.scheme);
			}
		}
		rule.redirect(page.target()).status(this.status);
		return this.query ? rule : rule.dropQuery();
	}

}
