package dev.reroute.importer.apache;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Who is asked when a rule has not answered: httpd goes on with the redirects of the
 * whole server, then with directories, and begins again with what a directory has
 * rewritten. Of the rules here one acts.
 */
final class Followers {

	private final List<Scope> scopes;

	/**
	 * Create.
	 * @param scopes all scopes, in the order of the file
	 */
	Followers(List<Scope> scopes) {
		this.scopes = scopes;
	}

	/**
	 * Some directive of another section that may act behind a rule.
	 * @param scope where the rule stands
	 * @param rule the rule
	 * @param outcome what comes of it
	 * @return the line of the directive; {@code null} if there is none
	 */
	@Nullable Integer lineBehind(Scope scope, RewriteRule rule, Outcome outcome) {
		boolean internal = outcome.kind() == Outcome.Kind.INTERNAL;
		if (!internal && outcome.kind() != Outcome.Kind.PASS) {
			return null;
		}
		boolean file = internal && !rule.flags().has("PT");
		return this.scopes.stream()
			.filter((other) -> other.refusal() == null && other.isRelatedTo(scope))
			.flatMap((other) -> scope.isDirectory() ? behindDirectory(other, scope, internal)
					: behindServer(other, scope, internal, file))
			.findFirst()
			.orElse(null);
	}

	/** Redirects of the own server are told where its rules are. */
	private static Stream<Integer> behindServer(Scope other, Scope scope, boolean internal, boolean file) {
		if (other.isDirectory()) {
			return Stream.concat(rules(other), redirects(other, true));
		}
		if (other.equals(scope)) {
			return internal ? redirects(other, false) : Stream.empty();
		}
		// those of a server are passed over once the URL has become a file
		return redirects(other, !file);
	}

	private static Stream<Integer> behindDirectory(Scope other, Scope scope, boolean internal) {
		if (other.equals(scope)) {
			return Stream.empty();
		}
		boolean nested = Directories.encloses(other, scope) || Directories.encloses(scope, other);
		return internal ? Stream.concat(rules(other), redirects(other, true))
				: nested ? redirects(other, true) : Stream.empty();
	}

	private static Stream<Integer> rules(Scope scope) {
		return scope.rules().stream().map(RewriteRule::line);
	}

	/** All redirects, or those of sections such as Location. */
	private static Stream<Integer> redirects(Scope scope, boolean all) {
		return scope.redirects()
			.stream()
			.filter((redirect) -> all || redirect.within())
			.map((redirect) -> redirect.directive().origin().line());
	}

}
