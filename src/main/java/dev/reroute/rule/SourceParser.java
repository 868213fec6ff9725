package dev.reroute.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.reroute.pattern.InvalidTextException;
import dev.reroute.pattern.MatchOptions;
import dev.reroute.pattern.SourcePattern;
import dev.reroute.pattern.TextPattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns {@code from} or {@code from-regex} into a source. Scheme, host and port of a
 * source are conditions like any other.
 *
 * <pre>
 * from = [ [ scheme ":" ] "//" host [ ":" port ] ] path
 * </pre>
 */
final class SourceParser {

	private static final Pattern URL_SOURCE = Pattern.compile("(?:([A-Za-z]+):)?//([^/]*)(/.*)?", Pattern.DOTALL);

	private static final Pattern WITH_PORT = Pattern.compile("(.*):(\\d{1,5})");

	private static final int MAX_PORT = 65_535;

	private SourceParser() {
	}

	static @Nullable SourcePattern parse(RuleDefinition definition, MatchOptions general, List<Condition> conditions,
			Problems problems) {
		Boolean ignoreCase = definition.ignoreCase();
		Boolean ignoreSlash = definition.ignoreTrailingSlash();
		MatchOptions options = (ignoreCase == null && ignoreSlash == null) ? general
				: new MatchOptions((ignoreCase != null) ? ignoreCase : general.ignoreCase(),
						(ignoreSlash != null) ? ignoreSlash : general.ignoreTrailingSlash());
		String from = definition.from();
		String regex = definition.fromRegex();
		if (from != null && regex != null) {
			problems.add(definition, "two-sources", "from-regex", "either 'from' or 'from-regex'", "both");
			return null;
		}
		if (regex != null) {
			return problems.parse(definition, "from-regex", () -> SourcePattern.parseRegex(regex, options));
		}
		if (from == null) {
			problems.add(definition, "no-source", null, "'from' or 'from-regex'", "neither");
			return null;
		}
		return problems.parse(definition, "from", () -> {
			Matcher url = URL_SOURCE.matcher(from);
			if (!url.matches()) {
				return SourcePattern.parse(from, options);
			}
			conditions.addAll(hostConditions(url.group(1), url.group(2)));
			return SourcePattern.parse((url.group(3) != null) ? url.group(3) : "/", options);
		});
	}

	private static List<Condition> hostConditions(@Nullable String scheme, String authority) {
		List<Condition> conditions = new ArrayList<>();
		if (scheme != null) {
			String lower = scheme.toLowerCase(Locale.ROOT);
			if (!lower.equals("http") && !lower.equals("https")) {
				throw new InvalidTextException("bad-scheme", 0, "'http' or 'https'", Problem.quoted(scheme));
			}
			conditions.add(new Condition.Scheme(Set.of(lower)));
		}
		Matcher port = WITH_PORT.matcher(authority);
		boolean hasPort = port.matches();
		conditions.add(new Condition.Host(List.of(TextPattern.parseHost(hasPort ? port.group(1) : authority))));
		if (hasPort) {
			int number = Integer.parseInt(port.group(2));
			if (number > MAX_PORT) {
				throw new InvalidTextException("bad-host", 0, "a port of at most " + MAX_PORT,
						Problem.quoted(authority));
			}
			conditions.add(new Condition.Port(number));
		}
		return conditions;
	}

}
