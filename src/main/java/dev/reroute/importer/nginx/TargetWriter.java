package dev.reroute.importer.nginx;

import java.util.Locale;
import java.util.function.Function;

import dev.reroute.importer.LiteralText;
import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.regex.SearchedRegex;

/**
 * Writes a value as a target: {@code https://x.de$request_uri} as
 * <code>https://x.de{path}</code> with the query kept.
 */
final class TargetWriter {

	private static final Piece PATH_VARIABLE = new Piece.Variable("uri");

	/** Gives the placeholder of a piece. */
	private final Function<Piece, String> placeholders;

	private final StringBuilder front = new StringBuilder();

	private final StringBuilder path = new StringBuilder();

	private final StringBuilder query = new StringBuilder();

	private final StringBuilder fragment = new StringBuilder();

	private Place place = Place.PATH;

	private boolean queryKept;

	/** Where what comes next belongs. */
	private enum Place {

		AUTHORITY, PATH, QUERY, FRAGMENT

	}

	/**
	 * A target in the rule language.
	 *
	 * @param text the text
	 * @param queryKept whether the request's query goes along
	 */
	record Target(String text, boolean queryKept) {

	}

	TargetWriter(Function<Piece, String> placeholders) {
		this.placeholders = placeholders;
	}

	Target rewrite(Value uri, Args args) throws NotTranslatableException {
		for (Piece piece : uri.pieces()) {
			if (piece instanceof Piece.Text text) {
				// it is decoded already
				this.path.append(
						LiteralText.target(text.text().replace("%", "%25").replace("?", "%3F").replace("#", "%23")));
			}
			else {
				write(piece);
			}
		}
		this.place = Place.QUERY;
		return target(args);
	}

	Target redirect(Value value, Args appended) throws NotTranslatableException {
		Value rest = begin(value);
		for (Piece piece : rest.pieces()) {
			if (this.queryKept) {
				throw new NotTranslatableException("it has something behind the query of the request");
			}
			if (piece instanceof Piece.Text text) {
				write(text.text());
			}
			else {
				write(piece);
			}
		}
		if (this.queryKept && appended.kept()) {
			throw new NotTranslatableException("it sends the query twice, as its target does not end in '?'");
		}
		return target(appended);
	}

	private Target target(Args appended) throws NotTranslatableException {
		if (!appended.own().isEmpty()) {
			this.query.append(this.query.isEmpty() ? "" : "&");
			this.place = Place.QUERY;
			for (Piece piece : appended.own().pieces()) {
				if (piece instanceof Piece.Text text) {
					this.query.append(LiteralText.target(text.text()));
				}
				else {
					write(piece);
				}
			}
		}
		boolean kept = this.queryKept || appended.kept();
		return new Target(this.front.toString() + this.path + (this.query.isEmpty() ? "" : "?" + this.query)
				+ (this.fragment.isEmpty() ? "" : "#" + this.fragment), kept);
	}

	/** Scheme and host, if there are any. */
	private Value begin(Value value) throws NotTranslatableException {
		Value rest = value;
		String before = "";
		if (!value.isEmpty() && value.pieces().get(0).equals(new Piece.Variable("scheme"))) {
			before = "{scheme}";
			rest = new Value(value.pieces().subList(1, value.pieces().size()));
		}
		String text = rest.prefix();
		String lower = text.toLowerCase(Locale.ROOT);
		int length = lower.startsWith("http://") ? 7 : lower.startsWith("https://") ? 8 : 0;
		if (!before.isEmpty() && text.startsWith("://")) {
			length = 3;
		}
		else if (before.isEmpty() && text.startsWith("//")) {
			before = "{scheme}:";
			length = 2;
		}
		else if (!before.isEmpty() || (length == 0 && !startsWithSlash(rest))) {
			throw new NotTranslatableException("its target is neither a path nor a URL of http or https");
		}
		if (length == 0) {
			return rest;
		}
		this.front.append(before).append(text, 0, length);
		this.place = Place.AUTHORITY;
		return rest.from(length);
	}

	private static boolean startsWithSlash(Value value) {
		if (value.isEmpty()) {
			return false;
		}
		Piece first = value.pieces().get(0);
		return (first instanceof Piece.Text text) ? text.text().startsWith("/")
				: first.equals(PATH_VARIABLE) || first.equals(new Piece.Variable("request_uri")) || isPath(first);
	}

	/** Whether a piece is empty or begins with a slash. */
	static boolean isPath(Piece piece) {
		return piece instanceof Piece.Group group && group.test().isOnPath()
				&& SearchedRegex.of(group.test().text(), group.test().ignoreCase())
					.groupBeginsWithSlash(group.number(), true);
	}

	private void write(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '#' && this.place != Place.FRAGMENT) {
				this.place = Place.FRAGMENT;
			}
			else if (c == '?' && (this.place == Place.AUTHORITY || this.place == Place.PATH)) {
				this.place = Place.QUERY;
			}
			else {
				this.place = (c == '/' && this.place == Place.AUTHORITY) ? Place.PATH : this.place;
				out().append(LiteralText.target(String.valueOf(c)));
			}
		}
	}

	private StringBuilder out() {
		return switch (this.place) {
			case AUTHORITY -> this.front;
			case PATH -> this.path;
			case QUERY -> this.query;
			case FRAGMENT -> this.fragment;
		};
	}

	private void write(Piece piece) throws NotTranslatableException {
		String name = (piece instanceof Piece.Variable variable) ? variable.name() : "";
		switch (name) {
			case "request_uri" -> writeRequestUri();
			case "is_args" -> this.place = Place.QUERY;
			case "args" -> writeArgs();
			case "uri" -> writePath("{path}");
			case "host", "scheme" -> out().append('{').append(name).append('}');
			default -> {
				if (isPath(piece) && (this.place == Place.AUTHORITY || this.path.isEmpty())) {
					writePath("/" + this.placeholders.apply(piece));
				}
				else {
					out().append(this.placeholders.apply(piece));
				}
			}
		}
	}

	private void writePath(String text) {
		this.place = (this.place == Place.AUTHORITY) ? Place.PATH : this.place;
		if (this.place == Place.PATH && !this.path.isEmpty() && this.path.charAt(this.path.length() - 1) == '/') {
			this.path.setLength(this.path.length() - 1);
		}
		out().append(text);
	}

	private void writeRequestUri() throws NotTranslatableException {
		if (this.place != Place.AUTHORITY && this.place != Place.PATH) {
			throw new NotTranslatableException("it puts the path and query of the request into a query");
		}
		writePath("{path}");
		this.queryKept = true;
	}

	private void writeArgs() throws NotTranslatableException {
		boolean ends = this.place == Place.QUERY && (this.query.isEmpty() || this.query.toString().endsWith("&"));
		if (!ends) {
			throw new NotTranslatableException("it puts the query of the request into something else");
		}
		this.query.setLength(Math.max(this.query.length() - 1, 0));
		this.queryKept = true;
	}

}
