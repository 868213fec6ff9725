package dev.reroute.importer.regex;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.reroute.pattern.CaseFolding;

/**
 * One alternative of a regular expression, without the anchors at its ends.
 *
 * @param startAnchored whether it began with {@code ^}
 * @param endAnchored whether it ended with <code>$</code>
 * @param parts what is between
 */
record Branch(boolean startAnchored, boolean endAnchored, List<Node> parts) {

	/** As few as possible, since what is searched for is found at its first place. */
	private static final Node SEGMENTS_BEFORE = new Node.Repeat(
			new Node.Group(0, null, "",
					new Node.Sequence(
							List.of(new Node.Repeat(new Node.CharacterClass("."), "*?"), new Node.Literal('/')))),
			"??");

	static Branch of(Node node) {
		List<Node> parts = (node instanceof Node.Sequence sequence) ? sequence.parts() : List.of(node);
		boolean start = !parts.isEmpty() && parts.get(0).equals(Node.Anchor.START);
		int from = start ? 1 : 0;
		boolean end = parts.size() > from && parts.get(parts.size() - 1).equals(Node.Anchor.END);
		return new Branch(start, end, parts.subList(from, end ? parts.size() - 1 : parts.size()));
	}

	/**
	 * {@code (^|/)a} as {@code ^(?:.*?/)??a}, which is found in the same texts, and
	 * leaves the same behind it. What its group captures is lost.
	 */
	Branch withSegmentStart() {
		boolean leading = !this.startAnchored && !this.parts.isEmpty() && this.parts.get(0) instanceof Node.Group group
				&& isStartOrSlash(group.body());
		if (!leading) {
			return this;
		}
		List<Node> plain = new ArrayList<>(this.parts);
		plain.set(0, SEGMENTS_BEFORE);
		return new Branch(true, this.endAnchored, List.copyOf(plain));
	}

	private static boolean isStartOrSlash(Node body) {
		return body instanceof Node.Alternation either && either.branches().size() == 2
				&& either.branches().contains(new Node.Sequence(List.of(Node.Anchor.START)))
				&& either.branches().contains(new Node.Sequence(List.of(new Node.Literal('/'))));
	}

	/**
	 * What matches the whole where this is found in it.
	 * @param base what stands before the text that is searched, as a regular expression
	 * @return a regular expression
	 */
	String whole(String base) {
		return base + (this.startAnchored ? "" : ".*?") + new Node.Sequence(this.parts).regex()
				+ ((this.endAnchored || takesTheRest()) ? "" : ".*");
	}

	/** What ends so leaves nothing behind it. */
	private boolean takesTheRest() {
		String last = this.parts.isEmpty() ? "" : this.parts.get(this.parts.size() - 1).plainRegex();
		return last.matches("(?:\\(\\?:)?\\.[*+]\\)?");
	}

	/** What is searched for. */
	String searched() {
		return (this.startAnchored ? "^" : "") + new Node.Sequence(this.parts).regex() + (this.endAnchored ? "$" : "");
	}

	/** Whether it is found in every text. */
	boolean isEverything() {
		return this.parts.stream().allMatch(Node::mayBeEmpty)
				&& (!isWhole() || this.parts.stream().anyMatch(Branch::isAnything));
	}

	/** Whether it is found in every text but the empty one. */
	boolean isSomething() {
		if (this.parts.size() != 1) {
			return false;
		}
		String regex = this.parts.get(0).plainRegex().replaceFirst("^\\(\\?:(.*)\\)$", "$1");
		return regex.equals(".+") || regex.equals(".+?") || (regex.equals(".") && !isWhole());
	}

	/** Whether its first group is the text as a whole. */
	boolean capturesAll() {
		return this.parts.size() == 1 && this.parts.get(0) instanceof Node.Group group && group.index() == 1
				&& group.body().plainRegex().equals(".*");
	}

	private static boolean isAnything(Node part) {
		return part.plainRegex().matches("(?:\\(\\?:)?\\.\\*\\??\\)?");
	}

	/** Whether it is a text, but for a slash in front that may be missing. */
	boolean isLiteral() {
		return this.parts.subList(beginsWithOptionalSlash() ? 1 : 0, this.parts.size())
			.stream()
			.allMatch(Node.Literal.class::isInstance);
	}

	/** Each text in which it is found begins with one of these. */
	List<String> prefixes() {
		if (!this.startAnchored) {
			return List.of("");
		}
		if (!beginsWithOptionalSlash()) {
			return List.of(literalPrefix());
		}
		String rest = prefix(this.parts.subList(1, this.parts.size()));
		return List.of(rest, "/" + rest);
	}

	private boolean beginsWithOptionalSlash() {
		return !this.parts.isEmpty() && this.parts.get(0) instanceof Node.Repeat repeat
				&& repeat.regex().matches("/\\?\\??");
	}

	/** Whether a group finds a slash first, if it finds anything. */
	boolean groupBeginsWithSlash(int number, boolean wholePath) {
		for (Node part : this.parts) {
			Node.Group group = part.group(number);
			if (group != null) {
				boolean first = part.equals(this.parts.get(0)) && group.equals(part);
				boolean atStart = first && (this.startAnchored || group.body().plainRegex().startsWith(".*"));
				return (wholePath && atStart) || group.body().beginsWithSlash();
			}
		}
		return false;
	}

	boolean isWhole() {
		return this.startAnchored && this.endAnchored;
	}

	/**
	 * Whether it may be found in a text with gaps.
	 * @param texts the texts; between them anything may stand
	 * @param ignoreCase whether case makes no difference
	 * @return whether it may be found; in doubt it may
	 */
	boolean mayBeFoundIn(List<String> texts, boolean ignoreCase) {
		String prefix = fold(literalPrefix(), ignoreCase);
		String start = fold(texts.get(0), ignoreCase);
		boolean atStart = start.startsWith(prefix) || prefix.startsWith(start);
		if (this.startAnchored || prefix.isEmpty()) {
			return atStart && fitsEnd(texts.get(texts.size() - 1), ignoreCase);
		}
		return atStart || (this.endAnchored ? fitsEnd(texts.get(texts.size() - 1), ignoreCase)
				: texts.stream().anyMatch((text) -> fold(text, ignoreCase).contains(prefix)));
	}

	/** The text that it begins with for sure. */
	String literalPrefix() {
		return prefix(this.parts);
	}

	private static String prefix(List<Node> parts) {
		StringBuilder prefix = new StringBuilder();
		appendPrefix(parts, prefix);
		return prefix.toString();
	}

	/** Returns whether all of them are text. */
	private static boolean appendPrefix(List<Node> parts, StringBuilder prefix) {
		for (Node part : parts) {
			if (part instanceof Node.Literal character) {
				prefix.appendCodePoint(character.codePoint());
			}
			else if (!(part instanceof Node.Group group && group.flags().isEmpty()
					&& group.body() instanceof Node.Sequence body && appendPrefix(body.parts(), prefix))) {
				return false;
			}
		}
		return true;
	}

	/** Whether what ends in some way may end as this does. */
	boolean fitsEnd(String last, boolean ignoreCase) {
		List<Node> backwards = new ArrayList<>(this.parts);
		Collections.reverse(backwards);
		String suffix = fold(new StringBuilder(literal(backwards)).reverse().toString(), ignoreCase);
		String end = fold(last, ignoreCase);
		return !this.endAnchored || end.endsWith(suffix) || suffix.endsWith(end);
	}

	private static String literal(List<Node> parts) {
		StringBuilder literal = new StringBuilder();
		for (Node part : parts) {
			if (!(part instanceof Node.Literal character)) {
				break;
			}
			literal.appendCodePoint(character.codePoint());
		}
		return literal.toString();
	}

	private static String fold(String text, boolean ignoreCase) {
		return ignoreCase ? CaseFolding.fold(text) : text;
	}

	boolean holdsLook() {
		return holdsLook(this.parts);
	}

	private static boolean holdsLook(List<Node> parts) {
		return parts.stream().anyMatch((part) -> part instanceof Node.Look || holdsLook(part.children()));
	}

}
