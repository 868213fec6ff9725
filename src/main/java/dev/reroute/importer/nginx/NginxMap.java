package dev.reroute.importer.nginx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import dev.reroute.importer.NotTranslatableException;
import org.jspecify.annotations.Nullable;

/**
 * A {@code map}: a variable whose value depends on another one. Plain keys are compared
 * without regard to case, and come before wildcards, regular expressions in order, and
 * {@code default}.
 *
 * @param statement where it stands
 * @param source what is looked at
 * @param variable the variable
 * @param entries in order of precedence; the last one is for what no other is for
 */
record NginxMap(Statement statement, String source, String variable, List<Entry> entries) {

	/**
	 * An entry.
	 *
	 * @param statement where it stands
	 * @param kind what its key is; {@code null} for the default
	 * @param key the key
	 * @param value the value
	 */
	record Entry(Statement statement, @Nullable Kind kind, String key, String value) {

		boolean isDefault() {
			return this.kind == null;
		}

	}

	/** What a key is. */
	enum Kind {

		PLAIN, WILDCARD, REGEX

	}

	static NginxMap parse(Statement map, Ledger ledger) {
		List<Entry> plain = new ArrayList<>();
		List<Entry> wild = new ArrayList<>();
		List<Entry> regexes = new ArrayList<>();
		Entry standard = new Entry(map, null, "", "");
		boolean hostnames = map.body()
			.stream()
			.anyMatch((line) -> line.name().equals("hostnames") && line.arguments().isEmpty());
		for (Statement line : map.body()) {
			String key = line.name();
			String value = line.argument(0);
			if (key.equals("include")) {
				ledger.refuse(line, "the file is not read; put its lines here");
			}
			else if (line.arguments().isEmpty()) {
				if (!key.equals("hostnames") && !key.equals("volatile")) {
					ledger.invalid(line, "a key and a value");
				}
			}
			else if (key.equals("default")) {
				standard = new Entry(line, null, "", value);
			}
			else if (key.startsWith("~")) {
				regexes.add(new Entry(line, Kind.REGEX, key.substring(1), value));
			}
			else if (hostnames && (key.startsWith("*") || key.startsWith(".") || key.endsWith("*"))) {
				wild.add(new Entry(line, Kind.WILDCARD, key.toLowerCase(Locale.ROOT), value));
			}
			else {
				plain.add(new Entry(line, Kind.PLAIN, key.startsWith("\\") ? key.substring(1) : key, value));
			}
		}
		wild.sort(Comparator.comparing((Entry entry) -> entry.key().endsWith("*"))
			.thenComparingInt((entry) -> -entry.key().length()));
		plain.addAll(wild);
		plain.addAll(regexes);
		plain.add(standard);
		return new NginxMap(map, map.argument(0), map.argument(1).replaceFirst("^\\$", ""), plain);
	}

	/**
	 * The requests for which an entry is, with its value as the variable.
	 * @param entry an entry
	 * @param flow requests that no entry before was for
	 * @return perhaps in several parts; none if there are no such requests
	 */
	List<Flow> flows(Entry entry, Flow flow) throws NotTranslatableException {
		Branches branches = entry.isDefault() ? Branches.always(flow) : MapKey.read(this.source, entry, flow);
		List<Flow> flows = new ArrayList<>();
		for (Flow found : branches.flows()) {
			Value value = ValueParser.parse(entry.value()).resolve(found);
			flows.add(found.withVariable(this.variable, value));
		}
		return flows;
	}

}
