package dev.reroute.importer.apache;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.regex.AddressRegex;

/**
 * Regular expressions that mean an address or a range: {@code ^10\.} is
 * {@code 10.0.0.0/8}.
 */
final class AddressPatterns {

	private static final Pattern EXACT = Pattern.compile("[0-9a-fA-F.:]+");

	private AddressPatterns() {
	}

	static List<String> ranges(List<RewriteCond> conditions) throws NotTranslatableException {
		List<String> ranges = new ArrayList<>();
		for (RewriteCond condition : conditions) {
			if (condition.isLexical() && EXACT.matcher(condition.pattern().substring(1)).matches()) {
				ranges.add(condition.pattern().substring(1));
				continue;
			}
			for (String alternative : alternatives(condition.pattern())) {
				ranges.add(range(alternative));
			}
		}
		return ranges;
	}

	/** {@code ^(a|b)$} is {@code ^a$} or {@code ^b$}. */
	private static List<String> alternatives(String regex) {
		if (regex.startsWith("^(") && (regex.endsWith(")$") || regex.endsWith(")")) && regex.indexOf('(', 2) < 0) {
			String end = regex.endsWith("$") ? "$" : "";
			return Pattern.compile("\\|")
				.splitAsStream(regex.substring(2, regex.lastIndexOf(')')))
				.map((one) -> "^" + one + end)
				.toList();
		}
		return List.of(regex.split("\\|", -1));
	}

	private static String range(String regex) throws NotTranslatableException {
		String range = AddressRegex.range(regex);
		if (range == null) {
			throw new NotTranslatableException(
					"its condition on the client is no address, and no range that ends at a dot");
		}
		return range;
	}

}
