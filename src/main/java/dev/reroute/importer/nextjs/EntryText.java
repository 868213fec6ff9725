package dev.reroute.importer.nextjs;

import java.util.StringJoiner;
import java.util.regex.Pattern;

import dev.reroute.rule.TextNode;

/**
 * Writes an entry on one line, as it may have stood in the file.
 */
final class EntryText {

	private static final Pattern BARE = Pattern.compile("true|false|null|-?\\d+");

	private EntryText() {
	}

	static String of(TextNode node) {
		if (node instanceof TextNode.Mapping mapping) {
			StringJoiner entries = new StringJoiner(", ", "{ ", " }");
			mapping.entries().forEach((key, value) -> entries.add("\"" + key + "\": " + of(value)));
			return entries.toString();
		}
		if (node instanceof TextNode.Listing listing) {
			StringJoiner items = new StringJoiner(", ", "[", "]");
			listing.items().forEach((item) -> items.add(of(item)));
			return items.toString();
		}
		String text = String.valueOf(((TextNode.Scalar) node).text());
		return BARE.matcher(text).matches() ? text : "\"" + text + "\"";
	}

}
