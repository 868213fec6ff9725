package dev.reroute.importer.cloudflare;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.reroute.importer.InvalidDirectiveException;
import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.pages.PagePath;
import dev.reroute.importer.pages.PageRule;
import dev.reroute.rule.RuleBuilder;

/**
 * A line of Cloudflare's {@code _redirects}.
 *
 * <pre>
 * line   = from to [ status ]
 * from   = { text | ":" name | "*" }        a path; what stands behind "?" or "#" is lost
 * to     = path | "https://" host path
 * status = "200" | "301" | "302" | "303" | "307" | "308"
 * </pre>
 *
 * @param from the path, with its leading slash, without query and fragment
 * @param to the target
 * @param status the status
 */
record CloudflareRule(String from, String to, int status) {

	private static final String DEFAULT_STATUS = "302";

	private static final Set<String> STATUSES = Set.of("200", "301", "302", "303", "307", "308");

	private static final int REWRITE = 200;

	private static final Pattern ABSOLUTE = Pattern.compile("https:/{2,}([^/]+)/?(.*)");

	private static final Pattern PLACEHOLDER = Pattern.compile("\\*|:[A-Za-z]\\w*");

	private static final Pattern INDEX = Pattern.compile(".*/index(?:\\.html)?");

	private static final Pattern OWN_QUERY = Pattern.compile("[^?#]*\\?[^#]");

	private static final Pattern DELIMITER = Pattern.compile("[?#]");

	/** Told of each rule whose source is valid, whatever follows. */
	@FunctionalInterface
	interface Count {

		/**
		 * Count a rule.
		 * @param placeholders whether its source has placeholders
		 * @throws NotTranslatableException if it is one too many
		 */
		void add(boolean placeholders) throws NotTranslatableException;

	}

	static CloudflareRule parse(List<String> words, Count count)
			throws InvalidDirectiveException, NotTranslatableException {
		if (words.size() < 2 || words.size() > 3) {
			throw new InvalidDirectiveException("2 or 3 words: a source, a target and perhaps a status");
		}
		String from = source(words.get(0));
		count.add(PLACEHOLDER.matcher(from).find());
		String to = target(words.get(1));
		String status = (words.size() > 2) ? words.get(2) : DEFAULT_STATUS;
		if (!STATUSES.contains(status)) {
			throw new InvalidDirectiveException("one of the statuses 200, 301, 302, 303, 307 and 308");
		}
		boolean index = to.startsWith("/") && INDEX.matcher(to).matches();
		if (index && (from.endsWith("/*") || from.endsWith("/"))) {
			throw new NotTranslatableException("Cloudflare takes it for a loop, since it cuts 'index.html' off a URL");
		}
		return new CloudflareRule(from, to, Integer.parseInt(status));
	}

	private static String source(String word) throws InvalidDirectiveException {
		if (ABSOLUTE.matcher(word).matches()) {
			throw new InvalidDirectiveException("a source without a host");
		}
		String path = DELIMITER.split(word, 2)[0];
		return path.startsWith("/") ? path : "/" + path;
	}

	private static String target(String word) throws InvalidDirectiveException, NotTranslatableException {
		if (word.startsWith("/")) {
			return word;
		}
		Matcher url = ABSOLUTE.matcher(word);
		if (!url.matches()) {
			throw new InvalidDirectiveException("a target that begins with '/' or 'https://'");
		}
		if (DELIMITER.matcher(url.group(1)).find()) {
			throw new NotTranslatableException("its target has no path between host and query");
		}
		return "https://" + url.group(1) + "/" + url.group(2);
	}

	/**
	 * The rule that says the same.
	 * @return the rule
	 * @throws NotTranslatableException if there is none
	 */
	RuleBuilder translate() throws NotTranslatableException {
		if (this.status == REWRITE && !this.to.startsWith("/")) {
			throw new NotTranslatableException("it is a proxy");
		}
		PagePath path = PagePath.parse(this.from, PagePath.Placeholders.ANYWHERE);
		// what a page is served at has neither query nor fragment
		String target = (this.status == REWRITE) ? DELIMITER.split(this.to, 2)[0] : this.to;
		boolean itself = this.status == REWRITE && target.equals(path.asTarget());
		PageRule page = PageRule.of(path, itself ? "" : target, Set.of(), PageRule.Splat.IS_THERE);
		RuleBuilder rule = page.rule(null, null);
		if (this.status == REWRITE) {
			return itself ? rule.pass() : rule.rewrite(page.target());
		}
		if (OWN_QUERY.matcher(target).lookingAt()) {
			rule.dropQuery();
		}
		return rule.redirect(page.target()).status(this.status);
	}

}
