package dev.reroute.pattern;

import java.util.ArrayList;
import java.util.List;

/**
 * Text with placeholders, for one part of a URL or for a header. Literal text is encoded
 * when it is parsed, captured text when it is filled in, each once and for the place it
 * lands in (design 3.3).
 */
public final class Template {

	private static final int TYPICAL_LENGTH = 64;

	/** Gives the value of a name. */
	@FunctionalInterface
	public interface Values {

		/**
		 * The value of a name that the rule was checked to bind.
		 * @param name the name
		 * @return path text
		 */
		String get(String name);

	}

	private sealed interface Piece {

	}

	private record Literal(String encoded) implements Piece {

	}

	private record Variable(Placeholder placeholder) implements Piece {

	}

	private final List<Piece> pieces;

	private final PercentEncoding encoding;

	private Template(List<Piece> pieces, PercentEncoding encoding) {
		this.pieces = List.copyOf(pieces);
		this.encoding = encoding;
	}

	/**
	 * Parse a text.
	 * @param text the text
	 * @param encoding the place it lands in
	 * @param names the names that may be used
	 * @return the template
	 * @throws InvalidTextException if a placeholder is malformed or nothing binds its
	 * name, or a control character stands in the text
	 */
	public static Template parse(String text, PercentEncoding encoding, CaptureNames names) {
		List<Piece> pieces = new ArrayList<>();
		int literal = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '{' || c == '}') {
				Placeholder placeholder = Placeholder.parseAt(text, i);
				boolean rest = checkName(placeholder, names, i);
				// the value brings its own slash, or there is none
				boolean foldSlash = rest && i > literal && text.charAt(i - 1) == '/'
						&& encoding == PercentEncoding.PATH;
				addLiteral(text.substring(literal, foldSlash ? i - 1 : i), encoding, pieces);
				pieces.add(new Variable(placeholder));
				i = placeholder.end() - 1;
				literal = placeholder.end();
			}
			else if (Character.isISOControl(c)) {
				throw new InvalidTextException("control-character", i, "printable characters",
						"U+%04X".formatted((int) c));
			}
		}
		addLiteral(text.substring(literal), encoding, pieces);
		return new Template(pieces, encoding);
	}

	private static void addLiteral(String text, PercentEncoding encoding, List<Piece> pieces) {
		if (!text.isEmpty()) {
			pieces.add(new Literal((encoding == PercentEncoding.HEADER) ? text : encoding.encodeLiteral(text)));
		}
	}

	private static boolean checkName(Placeholder placeholder, CaptureNames names, int position) {
		boolean rest = names.rests().contains(placeholder.name());
		if (!names.all().contains(placeholder.name())) {
			throw new InvalidTextException("unknown-placeholder", position, "one of " + names.listed(),
					"'{" + placeholder.name() + "}'");
		}
		if (placeholder.rest() && !rest) {
			throw new InvalidTextException("bad-placeholder", position,
					"'{" + placeholder.name() + "}', since the source binds no '{*" + placeholder.name() + "}'",
					"'{*" + placeholder.name() + "}'");
		}
		return rest;
	}

	/**
	 * Fill in the values.
	 * @param values gives them
	 * @param out where to append
	 */
	public void fill(Values values, StringBuilder out) {
		for (Piece piece : this.pieces) {
			boolean behindSlash = this.encoding == PercentEncoding.PATH && !out.isEmpty()
					&& out.charAt(out.length() - 1) == '/';
			if (piece instanceof Literal literal) {
				String text = literal.encoded();
				out.append(text, (behindSlash && text.startsWith("/")) ? 1 : 0, text.length());
			}
			else if (piece instanceof Variable variable) {
				String value = variable.placeholder().apply(values.get(variable.placeholder().name()));
				this.encoding.append((behindSlash && value.startsWith("/")) ? value.substring(1) : value, out);
			}
		}
	}

	/**
	 * Fill in the values.
	 * @param values gives them
	 * @return the text
	 */
	public String fill(Values values) {
		if (this.pieces.size() == 1 && this.pieces.get(0) instanceof Literal literal) {
			return literal.encoded();
		}
		// DecideBenchmark, PATTERN: growing it from 16 characters would be a third of all
		// bytes allocated
		StringBuilder out = new StringBuilder(TYPICAL_LENGTH);
		fill(values, out);
		return out.toString();
	}

	/**
	 * Whether there is no placeholder in it.
	 * @return whether it is always the same text
	 */
	boolean isLiteral() {
		return this.pieces.isEmpty() || (this.pieces.size() == 1 && this.pieces.get(0) instanceof Literal);
	}

	/**
	 * The pieces of a path.
	 * @return the pieces, in order
	 */
	List<TargetPiece> pathPieces() {
		List<TargetPiece> list = new ArrayList<>();
		for (Piece piece : this.pieces) {
			if (piece instanceof Literal literal) {
				list.add(new TargetPiece.Text(PathText.decodePart(literal.encoded())));
			}
			else if (piece instanceof Variable variable) {
				list.add(new TargetPiece.Value(variable.placeholder().name(),
						variable.placeholder().function() != null));
			}
		}
		return list;
	}

	/**
	 * The names that are used.
	 * @return the names, in order
	 */
	public List<String> names() {
		return this.pieces.stream()
			.filter(Variable.class::isInstance)
			.map((piece) -> ((Variable) piece).placeholder().name())
			.toList();
	}

}
