package dev.reroute.importer.nextjs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;

import dev.reroute.importer.InvalidDirectiveException;
import dev.reroute.importer.LiteralText;
import dev.reroute.importer.NotTranslatableException;

/**
 * Writes a destination as a target, for one way to read its source.
 */
final class TargetWriter {

	private final Destination destination;

	private final Map<String, Parameter> parameters;

	private final Set<String> absent;

	private final boolean strict;

	/**
	 * Create.
	 * @param destination the destination
	 * @param parameters what is bound, by name
	 * @param absent names that the source could have bound
	 * @param strict whether it is wrong to use what repeats without {@code *}
	 */
	TargetWriter(Destination destination, Map<String, Parameter> parameters, Set<String> absent, boolean strict) {
		this.destination = destination;
		this.parameters = parameters;
		this.absent = absent;
		this.strict = strict;
	}

	/**
	 * Whether it needs what the source has not bound: Next.js answers with an error then.
	 * @return whether it does
	 */
	boolean lacksParameter() {
		return this.destination.path()
			.stream()
			.anyMatch((token) -> token instanceof PathToken.Key key && this.absent.contains(key.name())
					&& !this.parameters.containsKey(key.name()) && !key.isOptional());
	}

	String write(boolean rewrite) throws NotTranslatableException, InvalidDirectiveException {
		StringBuilder target = new StringBuilder(this.destination.scheme());
		append(this.destination.host(), target);
		target.append(this.destination.port());
		StringBuilder path = new StringBuilder();
		append(this.destination.path(), path);
		if (path.indexOf("{") == 0 && !path.toString().startsWith("{*")) {
			path.insert(0, '/');
		}
		int fragment = path.indexOf("#");
		target.append((fragment < 0) ? path : path.substring(0, fragment));
		String query = query(rewrite);
		if (!query.isEmpty()) {
			target.append('?').append(query);
		}
		target.append((fragment < 0) ? "" : path.substring(fragment));
		return target.isEmpty() ? "/" : target.toString();
	}

	private void append(List<PathToken> tokens, StringBuilder out)
			throws NotTranslatableException, InvalidDirectiveException {
		for (PathToken token : tokens) {
			if (token instanceof PathToken.Text text) {
				out.append(LiteralText.target(text.text()));
			}
			else if (token instanceof PathToken.Key key) {
				append(key, out);
			}
		}
	}

	private void append(PathToken.Key key, StringBuilder out)
			throws NotTranslatableException, InvalidDirectiveException {
		if (key.name().isEmpty()) {
			throw new InvalidDirectiveException("'\\' in front of '(' and '{' that are text");
		}
		Parameter parameter = this.parameters.get(key.name());
		if (parameter == null) {
			if (this.absent.contains(key.name())) {
				// Vercel fills in the empty text
				out.append(this.strict ? "" : LiteralText.target(key.prefix() + key.suffix()));
				return;
			}
			throw new InvalidDirectiveException("a source or 'has' that gives ':" + key.name() + "'");
		}
		if (parameter.isSingle()) {
			out.append(LiteralText.target(key.prefix()))
				.append(parameter.placeholder())
				.append(LiteralText.target(key.suffix()));
			return;
		}
		requireRepeat(key.name(), key.repeats());
		if (!key.prefix().equals("/") || !key.suffix().isEmpty()) {
			throw new NotTranslatableException("its segments are joined without slashes");
		}
		boolean slash = parameter.kind() == Parameter.Kind.SEGMENTS || parameter.placeholder().startsWith("{*");
		out.append(slash ? "/" : "").append(parameter.placeholder());
	}

	private void requireRepeat(String name, boolean repeats) throws InvalidDirectiveException {
		if (this.strict && !repeats) {
			throw new InvalidDirectiveException("':" + name + "*', since it may be several segments");
		}
	}

	private String query(boolean rewrite) throws NotTranslatableException, InvalidDirectiveException {
		StringJoiner query = new StringJoiner("&");
		List<String> own = new ArrayList<>();
		if (!this.destination.query().isEmpty()) {
			for (String parameter : this.destination.query().split("&")) {
				int equals = parameter.indexOf('=');
				own.add((equals < 0) ? parameter : parameter.substring(0, equals));
				query.add((equals < 0) ? LiteralText.target(parameter)
						: LiteralText.target(parameter.substring(0, equals + 1))
								+ value(parameter.substring(equals + 1)));
			}
		}
		// a rewrite hands its parameters on, unless its path has one of them
		if (rewrite && this.destination.pathNames().stream().noneMatch(this.parameters::containsKey)) {
			this.parameters.forEach((name, parameter) -> {
				if (parameter.isSingle() && !own.contains(name)) {
					query.add(name + "=" + parameter.placeholder());
				}
			});
		}
		return query.toString();
	}

	private String value(String text) throws NotTranslatableException, InvalidDirectiveException {
		StringBuilder value = new StringBuilder();
		Matcher name = Destination.NAME.matcher(text);
		int literal = 0;
		while (name.find()) {
			Parameter parameter = this.parameters.get(name.group(1));
			if (parameter == null) {
				continue;
			}
			if (!parameter.isSingle()) {
				requireRepeat(name.group(1), !name.group(2).isEmpty());
				if (name.start() > 0) {
					throw new NotTranslatableException("its segments are joined without slashes");
				}
			}
			value.append(LiteralText.target(text.substring(literal, name.start()))).append(parameter.placeholder());
			literal = name.end();
		}
		return value.append(LiteralText.target(text.substring(literal))).toString();
	}

}
