package dev.reroute.importer.apache;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The flags of a rule or of a condition. <pre>
 * flags = "[" flag ( "," flag )* "]"
 * flag  = name ( "=" value )?
 * </pre>
 *
 * @param values values by short name, empty where there is none
 */
record RewriteFlags(Map<String, String> values) {

	static final RewriteFlags NONE = new RewriteFlags(Map.of());

	private static final Map<String, String> SHORT_NAMES = Map.ofEntries(Map.entry("chain", "C"),
			Map.entry("cookie", "CO"), Map.entry("discardpath", "DPI"), Map.entry("env", "E"),
			Map.entry("forbidden", "F"), Map.entry("gone", "G"), Map.entry("handler", "H"), Map.entry("last", "L"),
			Map.entry("next", "N"), Map.entry("nocase", "NC"), Map.entry("noescape", "NE"), Map.entry("nosubreq", "NS"),
			Map.entry("novary", "NV"), Map.entry("ornext", "OR"), Map.entry("passthrough", "PT"),
			Map.entry("proxy", "P"), Map.entry("qsappend", "QSA"), Map.entry("qsdiscard", "QSD"),
			Map.entry("qslast", "QSL"), Map.entry("redirect", "R"), Map.entry("skip", "S"), Map.entry("type", "T"),
			Map.entry("b", "B"), Map.entry("bnp", "BNP"), Map.entry("backrefnoplus", "BNP"),
			Map.entry("bctls", "BCTLS"), Map.entry("bne", "BNE"), Map.entry("end", "END"), Map.entry("unc", "UNC"),
			Map.entry("unsafeallow3f", "UNSAFEALLOW3F"), Map.entry("unsafeprefixstat", "UNSAFEPREFIXSTAT"));

	/**
	 * Parse the third argument.
	 * @param text the text
	 * @return the flags, or {@code null} if it has other delimiters, or a flag that does
	 * not exist
	 */
	static @Nullable RewriteFlags parse(String text) {
		if (text.length() < 2 || !text.startsWith("[") || !text.endsWith("]")) {
			return null;
		}
		Map<String, String> values = new LinkedHashMap<>();
		for (String flag : text.substring(1, text.length() - 1).split(",")) {
			String[] parts = flag.strip().split("=", 2);
			String name = parts[0].toUpperCase(Locale.ROOT);
			String known = SHORT_NAMES.containsValue(name) ? name : SHORT_NAMES.get(parts[0].toLowerCase(Locale.ROOT));
			if (known == null && !name.isEmpty()) {
				return null;
			}
			if (known != null) {
				values.put(known, (parts.length == 2) ? parts[1] : "");
			}
		}
		return new RewriteFlags(values);
	}

	boolean has(String name) {
		return this.values.containsKey(name);
	}

	String value(String name) {
		return this.values.getOrDefault(name, "");
	}

	/** Whether no later rule is asked once this one has matched. */
	boolean endsRound() {
		return has("L") || has("END") || has("PT");
	}

	/**
	 * The status of {@code R}, {@code F} or {@code G}.
	 * @return the status; 0 for none of them, -1 for one that is no number
	 */
	int status() {
		if (has("F")) {
			return 403;
		}
		if (has("G")) {
			return 410;
		}
		return has("R") ? StatusName.parse(value("R").isEmpty() ? "temp" : value("R")) : 0;
	}

}
