package dev.reroute.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import dev.reroute.pattern.InvalidTextException;
import dev.reroute.pattern.Limits;
import org.jspecify.annotations.Nullable;

/**
 * Collects problems, so that all are reported together and never just the first. Beyond
 * {@link Limits#PROBLEMS} they are only counted.
 */
public final class Problems {

	private final List<Problem> listed = new ArrayList<>();

	private int more;

	public void add(Problem problem) {
		if (this.listed.size() < Limits.PROBLEMS) {
			this.listed.add(problem);
		}
		else {
			this.more++;
		}
	}

	void add(RuleDefinition definition, String code, @Nullable String key, String expected, String got) {
		Origin origin = (key != null) ? definition.originOf(key) : definition.origin();
		add(Problem.of(code, origin, key, expected, got));
	}

	public void addAll(List<Problem> problems) {
		problems.forEach(this::add);
	}

	/**
	 * Parse a part of a rule; a fault in its text becomes a problem.
	 * @param <T> what is parsed
	 * @param definition the rule
	 * @param key the key whose text is parsed
	 * @param parser parses it
	 * @return what was parsed, or {@code null} if there was a problem
	 */
	<T> @Nullable T parse(RuleDefinition definition, String key, Supplier<T> parser) {
		try {
			return parser.get();
		}
		catch (InvalidTextException ex) {
			add(Problem.from(ex, definition.originOf(key), key));
			return null;
		}
	}

	/** As {@link #parse}, for each entry of a mapping under its own key. */
	<V> void parseEach(RuleDefinition definition, String key, Map<String, V> entries, BiConsumer<String, V> parser) {
		entries.forEach((name, value) -> parse(definition, key + "." + name, () -> {
			parser.accept(name, value);
			return name;
		}));
	}

	public boolean isEmpty() {
		return this.listed.isEmpty();
	}

	/**
	 * The problems. The last one says how many more there are, if there are more.
	 * @return at most {@link Limits#PROBLEMS} problems and one
	 */
	public List<Problem> toList() {
		List<Problem> all = new ArrayList<>(this.listed);
		if (this.more > 0) {
			all.add(Problem.of("more-problems", Origin.of("all sources"), null,
					"at most " + Limits.PROBLEMS + " problems", this.more + " more, not listed"));
		}
		return all;
	}

}
