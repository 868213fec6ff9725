package dev.reroute.importer.apache;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import dev.reroute.importer.NotTranslatableException;

/**
 * Writes what a URL becomes as a target.
 * <ul>
 * <li>What httpd escapes, such as a per cent sign, is written escaped; with {@code NE} it
 * stands as it is.</li>
 * <li>A query of its own replaces the request's, which then is dropped.</li>
 * </ul>
 */
final class TargetWriter {

	/**
	 * What a target needs to know of the rule.
	 */
	interface Placeholders {

		/**
		 * The placeholder of a piece.
		 * @param piece a group or variable
		 * @param inQuery whether it stands behind the '?'
		 * @return a placeholder, or literal text
		 * @throws NotTranslatableException if there is none
		 */
		String of(SubstitutionPiece piece, boolean inQuery) throws NotTranslatableException;

	}

	/**
	 * What happens to characters that may not stand in a URL, or have a meaning there.
	 */
	enum Escaping {

		/** Of a redirect: all is escaped. */
		ALL,

		/** Of RedirectMatch: the path is escaped, the query and the fragment are not. */
		PATH,

		/** {@code NE}, and Redirect. */
		NOTHING

	}

	/**
	 * A target.
	 *
	 * @param text the text
	 * @param ownQuery whether it replaces the request's query
	 */
	record Target(String text, boolean ownQuery) {

	}

	private static final Pattern ABSOLUTE = Pattern.compile("(?i)(https?|\\{scheme})://.*");

	private static final Pattern OTHER_SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*");

	private static final String ALL_OF_QUERY = "%{QUERY_STRING}";

	private static final Pattern HOST_ALONE = Pattern.compile("(?i)(https?|\\{scheme})://[^/?#]+");

	private final Placeholders placeholders;

	/** Which pieces begin with a slash, if they are not empty. */
	private final Predicate<SubstitutionPiece> rooted;

	private final Escaping escaping;

	private final StringBuilder path = new StringBuilder();

	private final StringBuilder query = new StringBuilder();

	private boolean hasQuery;

	private boolean hasFragment;

	TargetWriter(Placeholders placeholders, Predicate<SubstitutionPiece> rooted, Escaping escaping) {
		this.placeholders = placeholders;
		this.rooted = rooted;
		this.escaping = escaping;
	}

	/**
	 * Write a target.
	 * @param pieces the pieces
	 * @param splitAtLast whether the last '?' begins the query
	 * @param append whether the request's query is appended to that of the target
	 * @return the target, not yet with a '/' in front
	 * @throws NotTranslatableException if it cannot be said
	 */
	Target write(List<SubstitutionPiece> pieces, boolean splitAtLast, boolean append) throws NotTranslatableException {
		long marks = pieces.stream()
			.filter(SubstitutionPiece.Text.class::isInstance)
			.flatMapToInt((piece) -> ((SubstitutionPiece.Text) piece).text().chars())
			.filter((c) -> c == '?')
			.count();
		long before = (splitAtLast && marks > 0) ? marks - 1 : 0;
		for (SubstitutionPiece piece : pieces) {
			if (piece instanceof SubstitutionPiece.Text text) {
				for (int i = 0; i < text.text().length(); i++) {
					char c = text.text().charAt(i);
					if (c == '?' && !this.hasQuery && before-- <= 0) {
						beginQuery();
					}
					else {
						add(c);
					}
				}
			}
			else {
				if (!this.hasQuery && this.rooted.test(piece) && HOST_ALONE.matcher(this.path).matches()) {
					this.path.append('/');
				}
				boolean queryVariable = piece.equals(new SubstitutionPiece.Variable("QUERY_STRING"));
				part().append((queryVariable && this.hasQuery) ? ALL_OF_QUERY : placeholder(piece));
			}
		}
		return finish(append);
	}

	private String placeholder(SubstitutionPiece piece) throws NotTranslatableException {
		return withSlash(part(), this.placeholders.of(piece, this.hasQuery), this.hasQuery || this.hasFragment);
	}

	/** A rest is written as people do, with the slash that belongs to it. */
	private static String withSlash(CharSequence before, String placeholder, boolean behindPath) {
		boolean slash = !before.isEmpty() && before.charAt(before.length() - 1) == '/';
		return (placeholder.startsWith("{*") && !slash && !behindPath) ? "/" + placeholder : placeholder;
	}

	/**
	 * Put a placeholder behind a target.
	 * @param target the target
	 * @param placeholder the placeholder; possibly empty
	 * @return the target with it
	 */
	static Target append(Target target, String placeholder) {
		boolean behindPath = target.text().indexOf('?') >= 0 || target.text().indexOf('#') >= 0;
		return new Target(target.text() + withSlash(target.text(), placeholder, behindPath), target.ownQuery());
	}

	private void beginQuery() throws NotTranslatableException {
		if (this.hasFragment) {
			throw new NotTranslatableException("its target has a '?' behind the '#'");
		}
		this.hasQuery = true;
	}

	private StringBuilder part() {
		return this.hasQuery ? this.query : this.path;
	}

	private void add(char c) {
		boolean escapes = this.escaping == Escaping.ALL || (this.escaping == Escaping.PATH && !this.hasQuery);
		boolean escapesHash = this.escaping == Escaping.ALL;
		if (c == '#' && !escapesHash) {
			this.hasFragment = true;
		}
		switch (c) {
			case '{' -> part().append("%7B");
			case '}' -> part().append("%7D");
			case '%' -> part().append(escapes ? "%25" : "%");
			case '#' -> part().append(escapesHash ? "%23" : "#");
			case '?' -> part().append(escapes ? "%3F" : "?");
			default -> part().append(c);
		}
	}

	private Target finish(boolean append) throws NotTranslatableException {
		String own = this.query.toString();
		boolean keeps = append;
		if (own.equals(ALL_OF_QUERY) || own.endsWith("&" + ALL_OF_QUERY)) {
			own = own.substring(0, Math.max(0, own.length() - ALL_OF_QUERY.length() - 1));
			keeps = true;
		}
		if (own.contains(ALL_OF_QUERY)) {
			throw new NotTranslatableException("the query of the request stands within that of its target");
		}
		if (own.endsWith("&")) {
			own = own.substring(0, own.length() - 1);
		}
		String text = this.path + (own.isEmpty() ? "" : own.startsWith("#") ? own : "?" + own);
		if (!ABSOLUTE.matcher(text).matches() && (text.contains("://") || OTHER_SCHEME.matcher(text).matches())) {
			throw new NotTranslatableException("its target is no path and no URL of http or https");
		}
		return new Target(text, this.hasQuery && !keeps);
	}

	static boolean isAbsolute(String target) {
		return ABSOLUTE.matcher(target).matches();
	}

}
