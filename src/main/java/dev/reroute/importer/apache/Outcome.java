package dev.reroute.importer.apache;

import java.util.List;

import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.regex.SearchedRegex;
import dev.reroute.rule.RuleBuilder;

/**
 * What comes of a RewriteRule, perhaps after later ones have changed it again.
 *
 * @param kind what kind it is
 * @param status the status, of a redirect or an answer
 * @param pieces what the URL becomes
 * @param escaping what is escaped in it
 * @param flags the flags that say what happens to the query
 */
record Outcome(Kind kind, int status, List<SubstitutionPiece> pieces, TargetWriter.Escaping escaping,
		RewriteFlags flags) {

	/** Kinds of outcomes. */
	enum Kind {

		REDIRECT, STATUS, INTERNAL, PASS, NOTHING

	}

	/** Whether the request keeps its query. */
	boolean keepsQuery() {
		return !this.flags.has("QSD") && this.pieces.stream()
			.noneMatch((piece) -> piece instanceof SubstitutionPiece.Text text && text.text().contains("?"));
	}

	/**
	 * The outcome of one rule for itself.
	 * @param rule the rule
	 * @param scope where it stands
	 * @return the outcome
	 * @throws NotTranslatableException if it cannot be said
	 */
	static Outcome of(RewriteRule rule, Scope scope) throws NotTranslatableException {
		RewriteFlags flags = rule.flags();
		if (rule.isStatus()) {
			return new Outcome(Kind.STATUS, flags.status(), List.of(), TargetWriter.Escaping.ALL, flags);
		}
		if (rule.keepsUrl()) {
			return new Outcome(flags.has("R") ? Kind.REDIRECT : flags.endsRound() ? Kind.PASS : Kind.NOTHING,
					flags.status(), List.of(), TargetWriter.Escaping.ALL, flags);
		}
		List<SubstitutionPiece> pieces = SubstitutionPiece.parse(rule.substitution());
		boolean absolute = rule.substitution().matches("(?i)(https?|%\\{REQUEST_SCHEME\\})://.*");
		boolean redirect = flags.has("R") || absolute;
		if (absolute && !flags.has("R")) {
			requireOtherHost(rule.substitution(), scope);
		}
		if (redirect && flags.has("PT")) {
			throw new NotTranslatableException("with PT, httpd takes the URL for a path and answers with 400");
		}
		TargetWriter.Escaping escaping = (redirect && !flags.has("NE")) ? TargetWriter.Escaping.ALL
				: redirect ? TargetWriter.Escaping.NOTHING : TargetWriter.Escaping.PATH;
		return new Outcome(redirect ? Kind.REDIRECT : Kind.INTERNAL, flags.has("R") ? flags.status() : 302, pieces,
				escaping, flags);
	}

	/** httpd takes its own name from the front of a URL without {@code R}. */
	private static void requireOtherHost(String url, Scope scope) throws NotTranslatableException {
		String host = url.replaceFirst("(?i)https?://([^/?:]*).*", "$1");
		boolean own = scope.hosts().stream().anyMatch(host::equalsIgnoreCase) || host.startsWith("%{HTTP_HOST")
				|| host.startsWith("%{SERVER_NAME");
		if (own) {
			throw new NotTranslatableException(
					"without R, httpd takes the name of its own host from the target and sends no redirect");
		}
	}

	RuleBuilder applyTo(RuleBuilder rule, TargetWriter.Placeholders values, Scope scope, RewriteRule from)
			throws NotTranslatableException {
		return switch (this.kind) {
			case STATUS -> rule.respond(this.status);
			case PASS, NOTHING -> rule.pass();
			case REDIRECT, INTERNAL -> withTarget(rule, values, scope, from);
		};
	}

	private RuleBuilder withTarget(RuleBuilder rule, TargetWriter.Placeholders values, Scope scope, RewriteRule from)
			throws NotTranslatableException {
		if (this.pieces.isEmpty()) {
			throw new NotTranslatableException("it redirects to the URL that was asked for");
		}
		requireUsefulBackReferences();
		TargetWriter.Target target = new TargetWriter(values,
				(piece) -> piece.isRooted(from.regex(), !scope.isDirectory()), this.escaping)
			.write(this.pieces, this.flags.has("QSL"), this.flags.has("QSA"));
		String text = absolute(target.text(), scope, from);
		if (this.kind == Kind.REDIRECT) {
			rule.redirect(text).status(this.status);
		}
		else {
			rule.rewrite(text);
		}
		return (target.ownQuery() || this.flags.has("QSD")) ? rule.dropQuery() : rule;
	}

	private String absolute(String target, Scope scope, RewriteRule from) throws NotTranslatableException {
		if (TargetWriter.isAbsolute(target) || target.startsWith("/")) {
			return target;
		}
		if (target.startsWith("{path}")) {
			return target;
		}
		if (scope.hasOtherBase()) {
			throw new NotTranslatableException(
					"its target is relative, and the RewriteBase of its section is not the path of the directory");
		}
		if (!scope.isDirectory()) {
			if (this.kind == Kind.INTERNAL && !from.substitution().startsWith("$")) {
				throw new NotTranslatableException("its target does not begin with '/', which httpd answers with 400");
			}
			return "/" + target;
		}
		if (from.substitution().startsWith("%")) {
			// it begins with a slash itself if it is a part of the path
			return "/" + target;
		}
		if (this.kind == Kind.REDIRECT && !scope.hasRewriteBase()) {
			throw new NotTranslatableException("without RewriteBase, httpd redirects to the directory's place in the "
					+ "file system; write '/' in front of the target");
		}
		return scope.base() + target;
	}

	/** What {@code B} escapes is escaped anyway where it lands in a query. */
	private void requireUsefulBackReferences() throws NotTranslatableException {
		if (!this.flags.has("B")) {
			return;
		}
		boolean inQuery = false;
		for (SubstitutionPiece piece : this.pieces) {
			inQuery |= piece instanceof SubstitutionPiece.Text text && text.text().contains("?");
			boolean back = piece instanceof SubstitutionPiece.Group
					|| piece instanceof SubstitutionPiece.ConditionGroup;
			if (back && (!inQuery || this.escaping == TargetWriter.Escaping.ALL)) {
				throw new NotTranslatableException(
						"with B, httpd escapes what it inserts twice, or slashes in a path as well");
			}
		}
	}

	/**
	 * What is known of the text that the next rule sees, or of the path that it means.
	 */
	SearchedRegex.Known known(Scope scope, boolean path) {
		StringBuilder start = new StringBuilder();
		StringBuilder end = new StringBuilder();
		boolean whole = true;
		for (SubstitutionPiece piece : this.pieces) {
			if (piece instanceof SubstitutionPiece.Text text) {
				String known = text.text().split("\\?", 2)[0];
				(whole ? start : end).append(known);
				if (known.length() < text.text().length()) {
					break;
				}
			}
			else {
				whole = false;
				end.setLength(0);
			}
		}
		boolean absolute = start.toString().matches("(?is)https?://.*");
		if (this.kind == Kind.REDIRECT && !absolute) {
			return new SearchedRegex.Known("http", false, whole ? start.toString() : end.toString());
		}
		boolean relative = !start.toString().startsWith("/") && scope.isDirectory();
		String front = (path && relative && !start.isEmpty()) ? scope.base() : "";
		return new SearchedRegex.Known(front + start, whole, whole ? front + start : end.toString());
	}

}
