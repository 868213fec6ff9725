package dev.reroute.importer.pages;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.regex.ForeignRegex;

/**
 * A path with placeholders.
 *
 * <pre>
 * path = { text | ":" name | "*" }
 * </pre>
 *
 * @param pieces the pieces, in order; a text never follows a text
 */
public record PagePath(List<Piece> pieces) {

	/** What {@code *} is called in a target. */
	public static final String SPLAT = "splat";

	private static final Pattern TARGET_NAME = Pattern.compile(":([A-Za-z_]\\w*)");

	/** A segment that only some take for a placeholder. */
	private static final Pattern UNNAMED = Pattern.compile("/:[^/A-Za-z_]");

	/** Where a colon begins a placeholder. */
	public enum Placeholders {

		/** At the start of a segment, of which it is the whole. */
		SEGMENTS("\\*|(?<=/):([A-Za-z_]\\w*)"),

		/** Everywhere. */
		ANYWHERE("\\*|:([A-Za-z]\\w*)");

		private final Pattern pattern;

		Placeholders(String regex) {
			this.pattern = Pattern.compile(regex);
		}

	}

	/** Kinds of pieces. */
	enum Kind {

		TEXT, NAME, SPLAT

	}

	/**
	 * A part of a path.
	 *
	 * @param kind what it is
	 * @param text the text, or the name
	 */
	record Piece(Kind kind, String text) {

	}

	/**
	 * Parse a path.
	 * @param path the path, percent-encoded
	 * @param placeholders where there are placeholders in it
	 * @return the path
	 * @throws NotTranslatableException if its placeholders make no sense
	 */
	public static PagePath parse(String path, Placeholders placeholders) throws NotTranslatableException {
		List<Piece> pieces = new ArrayList<>();
		Set<String> names = new LinkedHashSet<>();
		int text = 0;
		Matcher matcher = placeholders.pattern.matcher(path);
		if (placeholders == Placeholders.SEGMENTS && UNNAMED.matcher(path).find()) {
			throw new NotTranslatableException("the name of its placeholder does not begin with a letter");
		}
		while (matcher.find()) {
			boolean segment = matcher.end() == path.length() || path.charAt(matcher.end()) == '/';
			if (placeholders == Placeholders.SEGMENTS && matcher.group(1) != null && !segment) {
				throw new NotTranslatableException(
						"its placeholder '" + matcher.group() + "' is only a part of a segment");
			}
			addText(pieces, path.substring(text, matcher.start()));
			String name = (matcher.group(1) != null) ? matcher.group(1) : SPLAT;
			requireNoneBegins(name, names);
			if (!names.add(name)) {
				throw new NotTranslatableException("its source has '" + matcher.group() + "' twice");
			}
			pieces.add(new Piece((matcher.group(1) != null) ? Kind.NAME : Kind.SPLAT, name));
			text = matcher.end();
		}
		addText(pieces, path.substring(text));
		return new PagePath(List.copyOf(pieces));
	}

	/** Names are filled in one after another, wherever their text stands. */
	private static void requireNoneBegins(String name, Set<String> names) throws NotTranslatableException {
		for (String other : names) {
			if (name.startsWith(other) && !name.equals(other)) {
				throw new NotTranslatableException(
						"':" + other + "' is filled in where ':" + name + "' stands, which begins with it");
			}
		}
	}

	/**
	 * A path without placeholders, whatever stands in it.
	 * @param path the path, percent-encoded
	 * @return the path
	 */
	public static PagePath literal(String path) {
		return new PagePath(List.of(new Piece(Kind.TEXT, path)));
	}

	/**
	 * All paths below one, and that itself.
	 * @param path the path, percent-encoded, with a slash at its end
	 * @return the path with an asterisk behind it
	 */
	public static PagePath below(String path) {
		return new PagePath(List.of(new Piece(Kind.TEXT, path), new Piece(Kind.SPLAT, SPLAT)));
	}

	/**
	 * Take a target apart.
	 * @param target the target
	 * @param names the names that something binds
	 * @return its pieces; a colon in front of another name is text
	 * @throws NotTranslatableException if one of the names begins another one
	 */
	static List<Piece> parseTarget(String target, Set<String> names) throws NotTranslatableException {
		if (names.isEmpty()) {
			return literal(target).pieces();
		}
		List<Piece> pieces = new ArrayList<>();
		StringBuilder text = new StringBuilder();
		int end = 0;
		Matcher matcher = TARGET_NAME.matcher(target);
		while (matcher.find()) {
			text.append(target, end, matcher.start());
			end = matcher.end();
			String name = matcher.group(1);
			if (!names.contains(name)) {
				requireNoneBegins(name, names);
				text.append(matcher.group());
				continue;
			}
			addText(pieces, text.toString());
			text.setLength(0);
			pieces.add(new Piece(name.equals(SPLAT) ? Kind.SPLAT : Kind.NAME, name));
		}
		addText(pieces, text.append(target, end, target.length()).toString());
		return pieces;
	}

	private static void addText(List<Piece> pieces, String text) {
		if (!text.isEmpty()) {
			pieces.add(new Piece(Kind.TEXT, text));
		}
	}

	/**
	 * The names that a match binds, {@link #SPLAT} included.
	 * @return the names, in order
	 */
	public Set<String> names() {
		Set<String> names = new LinkedHashSet<>();
		this.pieces.stream().filter((piece) -> piece.kind() != Kind.TEXT).forEach((piece) -> names.add(piece.text()));
		return names;
	}

	/**
	 * Whether only one path matches.
	 * @return whether it has no placeholders
	 */
	public boolean isLiteral() {
		return this.pieces.stream().allMatch((piece) -> piece.kind() == Kind.TEXT);
	}

	/**
	 * Whether {@code *} is the last of it.
	 * @return whether it is
	 */
	public boolean endsWithSplat() {
		return !this.pieces.isEmpty() && this.pieces.get(this.pieces.size() - 1).kind() == Kind.SPLAT;
	}

	/**
	 * The text that each matching path begins with.
	 * @return the text in front of the first placeholder
	 */
	public String prefix() {
		return (!this.pieces.isEmpty() && this.pieces.get(0).kind() == Kind.TEXT) ? this.pieces.get(0).text() : "";
	}

	/**
	 * Whether a path matches.
	 * @param path the path
	 * @return whether it does, from its start to its end
	 */
	public boolean matches(String path) {
		if (!path.startsWith(prefix())) {
			return false;
		}
		StringBuilder regex = new StringBuilder();
		this.pieces.forEach((piece) -> regex.append(switch (piece.kind()) {
			case TEXT -> ForeignRegex.quoted(piece.text());
			case NAME -> "[^/]+";
			case SPLAT -> ".*";
		}));
		return com.google.re2j.Pattern.matches(regex.toString(), path);
	}

	/**
	 * Whether some path may match this and another one, where a slash at the end makes no
	 * difference.
	 * @param other the other
	 * @return whether one may
	 */
	public boolean mayMeet(PagePath other) {
		return PathSegments.of(this).mayMeet(PathSegments.of(other));
	}

	/**
	 * Whether each path that another one matches is matched.
	 * @param other the other
	 * @return whether it is for sure
	 */
	public boolean covers(PagePath other) {
		return (endsWithSplat() || !other.endsWithSplat()) && matches(other.asTarget());
	}

	/**
	 * The path as a target writes it: with {@code :splat} for {@code *}.
	 * @return the text
	 */
	public String asTarget() {
		StringBuilder target = new StringBuilder();
		this.pieces.forEach((piece) -> target.append((piece.kind() == Kind.TEXT) ? "" : ":").append(piece.text()));
		return target.toString();
	}

}
