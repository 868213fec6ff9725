package dev.reroute.importer.apache;

import java.util.List;

import dev.reroute.importer.regex.SearchedRegex.Found;
import dev.reroute.importer.regex.SearchedRegex.Known;

/**
 * Directories in directories. A section that has a directive of mod_rewrite replaces all
 * that sections further out say of it. One that has none leaves their rules alone, which
 * act before its own redirects.
 */
final class Directories {

	private Directories() {
	}

	/**
	 * Refuse what does not hold in all of its directory.
	 * @param all all scopes, in the order of the file
	 */
	static void settle(List<Scope> all) {
		List<Scope> ruled = all.stream().filter((scope) -> scope.isDirectory() && !scope.rules().isEmpty()).toList();
		List<Scope> sections = all.stream().filter((scope) -> scope.isDirectory() || scope.isLocation()).toList();
		for (Scope outer : ruled) {
			for (Scope inner : sections) {
				if (inner.isRewriting() && replaces(inner, outer)) {
					refuseRules(outer, inner);
				}
				else if (!outer.rules().isEmpty() && encloses(outer, inner)) {
					refuseRedirects(inner, outer);
				}
			}
		}
	}

	/** Whether httpd asks one directory after another one for the same paths. */
	static boolean encloses(Scope outer, Scope inner) {
		boolean below = outer.isDirectory() && inner.isDirectory() && !outer.equals(inner) && outer.isRelatedTo(inner)
				&& inner.path().startsWith(outer.path()) && outer.refusal() == null && inner.refusal() == null;
		if (!below || !outer.path().equals(inner.path())) {
			return below;
		}
		// of two sections for one directory that of the virtual host comes later
		return outer.server().equals(inner.server()) ? outer.line() < inner.line() : !outer.server().isVirtualHost();
	}

	/** What a Location says of mod_rewrite holds in directories as well. */
	private static boolean replaces(Scope inner, Scope outer) {
		return encloses(outer, inner) || (outer.isDirectory() && inner.isLocation() && outer.isRelatedTo(inner));
	}

	private static void refuseRules(Scope outer, Scope inner) {
		if (outer.rules().stream().anyMatch((rule) -> mayMatch(rule, outer, inner))) {
			outer.rules()
				.forEach((rule) -> rule.directive()
					.isRefused("line %d begins a section that replaces the rules of its directory there"
						.formatted(inner.line())));
			outer.rules().clear();
		}
	}

	private static boolean mayMatch(RewriteRule rule, Scope outer, Scope inner) {
		if (rule.negated() || inner.isLocation()) {
			return true;
		}
		// the directory itself may be asked for without the slash
		String below = inner.path().substring(outer.path().length()).replaceFirst("/$", "");
		return rule.regex().finds(Known.startingWith(below)) != Found.NO;
	}

	private static void refuseRedirects(Scope inner, Scope outer) {
		int line = outer.rules().get(0).line();
		inner.redirects()
			.forEach((redirect) -> redirect.directive()
				.isRefused("httpd asks the rules of the directory around it first, such as line " + line));
		inner.redirects().clear();
	}

}
