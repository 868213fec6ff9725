package dev.reroute.importer.apache;

import java.util.List;

/**
 * Redirects in a Location without a path of their own, which httpd asks before all others
 * of mod_alias. Of the whole server they stand behind those of virtual hosts here.
 */
final class Locations {

	private Locations() {
	}

	/**
	 * Refuse those of the whole server that would come too late.
	 * @param all all scopes, in the order of the file
	 */
	static void settle(List<Scope> all) {
		Scope main = all.get(0);
		Integer line = all.stream()
			.filter((scope) -> scope.isVirtualHost() && scope.refusal() == null)
			.flatMap((scope) -> scope.redirects().stream())
			.filter((redirect) -> !redirect.within())
			.map((redirect) -> redirect.directive().origin().line())
			.findFirst()
			.orElse(null);
		if (line == null) {
			return;
		}
		main.redirects()
			.stream()
			.filter(AliasRedirect::within)
			.forEach((redirect) -> redirect.directive()
				.isRefused("httpd asks it before the redirects of virtual hosts, such as line " + line));
		main.redirects().removeIf(AliasRedirect::within);
	}

}
