package dev.reroute.importer.regex;

import java.util.List;

/**
 * One alternative of a regular expression, without the anchors at its ends.
 *
 * @param startAnchored whether it began with {@code ^}
 * @param endAnchored whether it ended with <code>$</code>
 * @param parts what is between
 */
record Branch(boolean startAnchored, boolean endAnchored, List<Node> parts) {

	static Branch of(Node node) {
		List<Node> parts = (node instanceof Node.Sequence sequence) ? sequence.parts() : List.of(node);
		boolean start = !parts.isEmpty() && parts.get(0).equals(Node.Anchor.START);
		int from = start ? 1 : 0;
		boolean end = parts.size() > from && parts.get(parts.size() - 1).equals(Node.Anchor.END);
		return new Branch(start, end, parts.subList(from, end ? parts.size() - 1 : parts.size()));
	}

	/**
	 * What matches the whole where this is found in it.
	 * @param base what stands before the text that is searched, as a regular expression
	 * @return a regular expression
	 */
	String whole(String base) {
		return base + (this.startAnchored ? "" : ".*?") + new Node.Sequence(this.parts).regex()
				+ (this.endAnchored ? "" : ".*");
	}

	boolean isWhole() {
		return this.startAnchored && this.endAnchored;
	}

}
