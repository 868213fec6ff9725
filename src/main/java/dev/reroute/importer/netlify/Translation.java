package dev.reroute.importer.netlify;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.reroute.importer.Directive;
import dev.reroute.importer.ForeignConditions;
import dev.reroute.importer.InvalidDirectiveException;
import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.pages.PageRule;
import dev.reroute.rule.RuleBuilder;

/**
 * Turns a redirect into a rule. By status:
 * <ul>
 * <li>301, 302, 303, 307 and 308 are redirects; the query of the request goes along
 * unless the target has one;</li>
 * <li>200 on the same site is a rewrite, and {@code pass} where it leads to itself;</li>
 * <li>all else is refused: what a proxy, a page with status 404 or a signature needs is
 * not a rule's.</li>
 * </ul>
 */
final class Translation {

	private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

	private static final int REWRITE = 200;

	private final FilesFirst files = new FilesFirst();

	RuleBuilder translate(NetlifyRule rule, Directive directive)
			throws InvalidDirectiveException, NotTranslatableException {
		int status = rule.effectiveStatus();
		NetlifySource source = NetlifySource.parse(rule.from());
		checkStatus(status, rule.to());
		checkExtras(rule.extras());
		String cookie = Conditions.cookie(rule.conditions());
		QueryPairs pairs = QueryPairs.parse(rule.query(), source.path());
		Set<String> names = new LinkedHashSet<>(source.path().names());
		names.addAll(pairs.bound());
		NetlifyTarget target = NetlifyTarget.parse(rule.to(), names);
		boolean itself = source.isSame(target.path()) && !target.hasQuery();
		if (itself && status != REWRITE) {
			throw new NotTranslatableException("it leads to itself, and Netlify does not heed it");
		}
		PageRule page = PageRule.of(source.path(), itself ? "" : target.text(), pairs.bound(), PageRule.Splat.MAY_LACK);
		ForeignConditions conditions = new ForeignConditions();
		pairs.addTo(conditions, page);
		if (!cookie.isEmpty()) {
			conditions.cookie(false, cookie, List.of("*"));
		}
		FilesFirst.Decision decision = itself ? this.files.decideForced(source, directive)
				: this.files.decide(source, target, rule.force(), status == REWRITE, directive);
		RuleBuilder builder = conditions.applyTo(page.rule(source.scheme(), source.host()));
		if (!source.takesAnySlash()) {
			builder.ignoreTrailingSlash();
		}
		if (itself) {
			return builder.pass();
		}
		if (target.hasQuery()) {
			builder.dropQuery();
		}
		if (decision == FilesFirst.Decision.FALLBACK) {
			builder.fallback();
		}
		return (status == REWRITE) ? builder.rewrite(page.target()) : builder.redirect(page.target()).status(status);
	}

	private static void checkStatus(int status, String to) throws InvalidDirectiveException, NotTranslatableException {
		if (status == REWRITE && NetlifyRule.isUrl(to)) {
			throw new NotTranslatableException("it is a proxy");
		}
		if (status >= 400 && status < 600) {
			throw new NotTranslatableException(
					"it shows a page with status " + status + "; 'respond: " + status + "' answers without a page");
		}
		if (status != REWRITE && !REDIRECTS.contains(status)) {
			throw new InvalidDirectiveException("a status such as 301, 302 or 200");
		}
	}

	private static void checkExtras(Set<String> extras) throws NotTranslatableException {
		for (String extra : extras) {
			throw new NotTranslatableException(switch (extra) {
				case "signed" -> "it signs its requests, which only a proxy does";
				case "headers" -> "it sends headers to another server, which only a proxy does";
				case "rate_limit" -> "it limits rates";
				default -> "nothing is known of its '" + extra + "'";
			});
		}
	}

}
