package dev.reroute.importer.apache;

import java.util.List;
import java.util.Objects;

/**
 * Where mod_rewrite is at work. A virtual host and a directory have the RewriteEngine of
 * what they stand in, unless they have their own, and without any it is off. Of a file in
 * which there is none, that is said elsewhere.
 */
final class Engines {

	private Engines() {
	}

	/**
	 * Refuse rules that httpd passes over.
	 * @param all all scopes, in the order of the file
	 */
	static void settle(List<Scope> all) {
		Scope main = all.get(0);
		if (main.isDirectory() || all.stream().map(Scope::engine).allMatch(Objects::isNull)) {
			return;
		}
		List<Scope> directories = all.stream()
			.filter((scope) -> scope.isDirectory() && scope.engine() != null)
			.toList();
		for (Scope scope : all) {
			boolean asks = !scope.rules().isEmpty() && scope.refusal() == null && scope.engine() == null;
			if (asks && !inheritsEngine(scope, main, directories)) {
				String where = scope.isDirectory() ? "directory" : scope.isVirtualHost() ? "virtual host" : "server";
				scope.rules()
					.forEach((rule) -> rule.directive()
						.isRefused("its " + where + " has no 'RewriteEngine On', so that httpd passes over it"));
				scope.rules().clear();
			}
		}
	}

	private static boolean inheritsEngine(Scope scope, Scope main, List<Scope> directories) {
		Boolean engine = main.engine();
		engine = (scope.server().engine() != null) ? scope.server().engine() : engine;
		int depth = 0;
		for (Scope outer : directories) {
			if (Directories.encloses(outer, scope) && outer.path().length() >= depth) {
				engine = outer.engine();
				depth = outer.path().length();
			}
		}
		return Boolean.TRUE.equals(engine);
	}

}
