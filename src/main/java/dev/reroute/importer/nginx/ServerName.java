package dev.reroute.importer.nginx;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.reroute.importer.NotTranslatableException;

/**
 * A name of a server. Of the servers with a matching name that one answers whose name
 * stands first here; of two wildcards the longer one, of two regular expressions the
 * first.
 *
 * @param kind what it is
 * @param text the name, or the regular expression
 */
record ServerName(Kind kind, String text) {

	/** In order of precedence. */
	enum Kind {

		EXACT(0), WILD_START(1), WILD_END(2), REGEX(3);

		/** Behind all names. */
		static final int LAST = 4;

		private final int rank;

		Kind(int rank) {
			this.rank = rank;
		}

		int rank() {
			return this.rank;
		}

		boolean isWildcard() {
			return this.equals(WILD_START) || this.equals(WILD_END);
		}

	}

	/** Parse a word of {@code server_name}; none for what is no name, such as '_'. */
	static List<ServerName> parse(String word) {
		String lower = word.toLowerCase(Locale.ROOT);
		if (word.isEmpty() || word.equals("_")) {
			return List.of();
		}
		if (word.startsWith("~")) {
			return List.of(new ServerName(Kind.REGEX, word.substring(1)));
		}
		if (lower.startsWith(".")) {
			return List.of(new ServerName(Kind.EXACT, lower.substring(1)),
					new ServerName(Kind.WILD_START, "*" + lower));
		}
		return List.of(new ServerName(
				lower.startsWith("*") ? Kind.WILD_START : lower.endsWith("*") ? Kind.WILD_END : Kind.EXACT, lower));
	}

	/** The texts of a condition on the host. */
	List<String> hostTexts() throws NotTranslatableException {
		return (this.kind == Kind.REGEX) ? Regex.parse(this.text, true).foreign().hostTexts(Map.of())
				: List.of(this.text);
	}

	/** Whether a host that has both names belongs to the server of this one. */
	boolean isBefore(ServerName other) {
		return (this.kind.equals(other.kind) && this.kind.isWildcard()) ? this.text.length() > other.text.length()
				: this.kind.compareTo(other.kind) < 0;
	}

	/** Whether a host may have both names. */
	boolean mayMeet(ServerName other) {
		if (this.kind == Kind.REGEX || other.kind == Kind.REGEX) {
			try {
				String literal = (this.kind == Kind.EXACT) ? this.text : (other.kind == Kind.EXACT) ? other.text : null;
				String regex = (this.kind == Kind.REGEX) ? this.text : other.text;
				return literal == null || Regex.parse(regex, true).find(literal) != null;
			}
			catch (NotTranslatableException ex) {
				return true;
			}
		}
		if (this.kind == Kind.EXACT && other.kind == Kind.EXACT) {
			return this.text.equals(other.text);
		}
		if (this.kind == Kind.EXACT) {
			return covers(other.text, this.text);
		}
		// of two wildcards on the same side one is within the other, or they have nothing
		// in common
		return (this.kind == other.kind) ? covers(this.text, other.text) || covers(other.text, this.text)
				: other.kind != Kind.EXACT || covers(this.text, other.text);
	}

	/** Whether a name with a wildcard, or a plain one, is for a host. */
	static boolean covers(String name, String host) {
		if (name.startsWith("*")) {
			return host.endsWith(name.substring(1)) && host.length() >= name.length();
		}
		return name.endsWith("*")
				? host.startsWith(name.substring(0, name.length() - 1)) && host.length() >= name.length()
				: name.equals(host);
	}

}
