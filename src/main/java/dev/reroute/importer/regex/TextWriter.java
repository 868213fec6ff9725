package dev.reroute.importer.regex;

import java.util.Map;

/**
 * Writes a regular expression as the text of a condition: {@code ^v(\d+)-} as
 * <code>v{major:\d+}-*</code>.
 */
final class TextWriter {

	private final StringBuilder text = new StringBuilder();

	/** What is written between <code>{:</code> and <code>}</code>. */
	private final StringBuilder regex = new StringBuilder();

	private final String flags;

	private TextWriter(String flags) {
		this.flags = flags;
	}

	static String write(Branch branch, boolean ignoreCase, Map<Integer, String> names, String any) {
		TextWriter writer = new TextWriter(ignoreCase ? "(?i)" : "");
		// what is searched for is found at its first place, and '*' is greedy
		String before = names.isEmpty() ? any : "{:.*?}";
		writer.text.append(branch.startAnchored() ? "" : before);
		for (Node part : branch.parts()) {
			writer.add(part, ignoreCase, names);
		}
		writer.endRegex();
		if (!branch.endAnchored() && !writer.text.toString().endsWith(any)) {
			writer.text.append(any);
		}
		return writer.text.toString();
	}

	private void add(Node part, boolean ignoreCase, Map<Integer, String> names) {
		if (part instanceof Node.Group group && names.containsKey(group.index())) {
			endRegex();
			this.text.append('{')
				.append(names.get(group.index()))
				.append(':')
				.append(this.flags)
				.append(group.body().plainRegex())
				.append('}');
		}
		else if (part instanceof Node.Literal literal && !ignoreCase && "{}*".indexOf(literal.codePoint()) < 0) {
			endRegex();
			this.text.appendCodePoint(literal.codePoint());
		}
		else {
			this.regex.append(part.plainRegex());
		}
	}

	private void endRegex() {
		if (!this.regex.isEmpty()) {
			this.text.append("{:").append(this.flags).append(this.regex).append('}');
			this.regex.setLength(0);
		}
	}

}
