package dev.reroute.importer.wordpress;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.reroute.importer.LiteralText;
import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.regex.UrlSource;

/**
 * A target with references to the groups of a regular expression. In the original the
 * match is replaced by it, so that what stands around the match stays.
 *
 * <pre>
 * target = ( text | "$" n | "\" n | "${" n "}" )*    n = one or two digits
 * </pre>
 */
final class TargetText {

	private static final Pattern REFERENCE = Pattern.compile("\\$\\{(?<braced>\\d{1,2})}|[$\\\\](?<bare>\\d{1,2})");

	private static final Pattern AUTHORITY = Pattern.compile("https?://[^/?#]*", Pattern.CASE_INSENSITIVE);

	private final String literals;

	private final List<Piece> pieces = new ArrayList<>();

	/** A text, or a group where there is a number. */
	private record Piece(String text, int group) {

	}

	private TargetText(String target) throws NotTranslatableException {
		Matcher reference = REFERENCE.matcher(target);
		StringBuilder literals = new StringBuilder();
		int end = 0;
		while (reference.find()) {
			addText(target.substring(end, reference.start()), literals);
			String number = (reference.group("bare") != null) ? reference.group("bare") : reference.group("braced");
			if (Integer.parseInt(number) == 0) {
				throw new NotTranslatableException("its target takes all that was found ('" + reference.group() + "')");
			}
			this.pieces.add(new Piece("", Integer.parseInt(number)));
			end = reference.end();
		}
		addText(target.substring(end), literals);
		this.literals = literals.toString();
	}

	static TargetText parse(String target) throws NotTranslatableException {
		return new TargetText(target);
	}

	private void addText(String text, StringBuilder literals) {
		if (!text.isEmpty()) {
			this.pieces.add(new Piece(text, 0));
			literals.append(text);
		}
	}

	/**
	 * Whether what stands in front of the match can stand in front of this.
	 */
	boolean isRelative() {
		return !this.pieces.isEmpty() && this.pieces.get(0).text().startsWith("/");
	}

	/**
	 * Whether nothing may be left of it. Then the plugin does nothing.
	 * @param source what was matched
	 * @return whether it has no text, and begins with a group that may be empty
	 */
	boolean mayBeEmpty(UrlSource source) {
		return this.literals.isEmpty() && !this.pieces.isEmpty()
				&& !source.filled().contains(this.pieces.get(0).group());
	}

	boolean hasQuery() {
		return this.literals.indexOf('?') >= 0;
	}

	/**
	 * Whether the query of a request would end up in the target.
	 * @param source what was matched
	 * @return whether something that holds it is written
	 */
	boolean takesQuery(UrlSource source) {
		return !source.behind().isEmpty()
				|| this.pieces.stream().anyMatch((piece) -> source.spanning().contains(piece.group()));
	}

	/**
	 * Whether the query of a request ends up behind the path, where it is a query again.
	 * @param source what was matched
	 * @return whether what holds it stands at the end
	 */
	boolean keepsQuery(UrlSource source) {
		long times = this.pieces.stream().filter((piece) -> source.spanning().contains(piece.group())).count();
		boolean last = times == 1 && source.spanning().contains(this.pieces.get(this.pieces.size() - 1).group());
		boolean follows = !source.behind().isEmpty() && source.spanning().isEmpty();
		return (last || follows) && !hasQuery() && this.literals.indexOf('#') < 0;
	}

	/**
	 * The target of a rule.
	 * @param source what was matched
	 * @return the text, without what holds the query
	 * @throws NotTranslatableException if what follows may be written into a host
	 */
	String of(UrlSource source) throws NotTranslatableException {
		StringBuilder target = new StringBuilder(source.before().isEmpty() ? "" : "/" + source.before());
		boolean openHost = false;
		for (Piece piece : this.pieces) {
			boolean first = target.isEmpty() || AUTHORITY.matcher(target).matches();
			if (piece.group() == 0) {
				openHost = AUTHORITY.matcher(target.append(LiteralText.target(piece.text()))).matches();
				continue;
			}
			if (first && source.withSlash().contains(piece.group())) {
				// the value brings one, and one of the two is left out
				target.append('/');
				openHost &= !source.filled().contains(piece.group());
			}
			target.append(source.placeholders().getOrDefault(piece.group(), ""));
		}
		if (openHost && !source.behind().isEmpty()) {
			throw new NotTranslatableException("what follows in the path would be written into the host of its target");
		}
		return target.append(source.behind()).toString();
	}

}
