package dev.reroute.importer.nginx;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import dev.reroute.importer.SchemeHeaders;

/**
 * The variables that hold the scheme which a proxy told, and what depends on them. A
 * server that asks for it gets requests of both schemes, whatever it listens for.
 */
final class ForwardedScheme {

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w+)");

	/** Variables of maps that look at the scheme. */
	private final Set<String> mapped = new HashSet<>();

	ForwardedScheme(Collection<Statement> maps) {
		boolean more = true;
		while (more) {
			more = false;
			for (Statement map : maps) {
				boolean depends = uses(map.arguments().subList(0, Math.min(1, map.arguments().size())))
						|| map.body().stream().anyMatch((line) -> uses(line.arguments()));
				more |= depends && this.mapped.add(map.argument(1).replaceFirst("^\\$", ""));
			}
		}
	}

	/** Whether a variable is such a header. */
	static boolean isNamed(String variable) {
		return variable.startsWith("http_")
				&& SchemeHeaders.contains(variable.substring("http_".length()).replace('_', '-'));
	}

	/** Whether one of these directives asks for it. */
	boolean isAskedBy(List<Statement> statements) {
		return statements.stream()
			.anyMatch(
					(statement) -> (statement.isCode() && uses(statement.arguments())) || isAskedBy(statement.body()));
	}

	private boolean uses(List<String> words) {
		return words.stream()
			.flatMap((word) -> VARIABLE.matcher(word).results())
			.anyMatch((found) -> isNamed(found.group(1)) || this.mapped.contains(found.group(1)));
	}

}
