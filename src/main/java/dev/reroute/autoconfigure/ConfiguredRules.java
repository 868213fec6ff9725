package dev.reroute.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.reroute.rule.DefinitionReader;
import dev.reroute.rule.Definitions;
import dev.reroute.rule.Origin;
import dev.reroute.rule.Problem;
import dev.reroute.rule.TextNode;
import dev.reroute.source.RuleSource;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * The rules under {@code reroute.rules}, read from the property sources as text. The
 * binder is passed by on purpose: it drops characters of mapping keys
 * ({@code utm_source}), guesses types, and stops at the first fault. As with all lists in
 * Spring Boot, the property source with the highest precedence that has rules gives all
 * of them.
 */
final class ConfiguredRules implements RuleSource {

	private static final String PREFIX = "reroute.rules";

	private static final Pattern ENVIRONMENT_RULE = Pattern.compile("REROUTE_RULES_\\d+_");

	/** {@code [0]}, {@code [a.b]} or {@code .name}. */
	private static final Pattern STEP = Pattern.compile("\\[([^\\]]*)]|\\.?([^.\\[\\]]+)");

	private final ConfigurableEnvironment environment;

	ConfiguredRules(ConfigurableEnvironment environment) {
		this.environment = environment;
	}

	@Override
	public String name() {
		return PREFIX;
	}

	@Override
	public Definitions load() {
		for (String name : this.environment.getSystemEnvironment().keySet()) {
			if (ENVIRONMENT_RULE.matcher(name).lookingAt()) {
				return Definitions.failed(Problem.of("environment-rule", Origin.of("environment variable " + name),
						null, "rules in a file or in the configuration", "a rule in the environment, whose names "
								+ "cannot tell '-' from '_' nor upper from lower case"));
			}
		}
		for (PropertySource<?> source : this.environment.getPropertySources()) {
			if (source instanceof EnumerablePropertySource<?> enumerable) {
				if ("".equals(enumerable.getProperty(PREFIX))) {
					// an empty list, which hides those of the sources below
					return Definitions.of(List.of());
				}
				Branch root = new Branch();
				for (String name : enumerable.getPropertyNames()) {
					if (name.startsWith(PREFIX + "[") || name.equals(PREFIX)) {
						root.put(steps(name), new Leaf(enumerable, name));
					}
				}
				if (!root.below.isEmpty()) {
					return DefinitionReader.read(root.toNode(Origin.of(source.getName())));
				}
			}
		}
		return Definitions.of(List.of());
	}

	private static List<String> steps(String name) {
		List<String> steps = new ArrayList<>();
		Matcher matcher = STEP.matcher(name.substring("reroute.".length()));
		while (matcher.find()) {
			String bracketed = matcher.group(1);
			boolean index = bracketed != null && bracketed.matches("\\d{1,6}");
			steps.add(index ? "[" + bracketed : (bracketed != null) ? bracketed : matcher.group(2));
		}
		return steps;
	}

	private final class Leaf {

		private final EnumerablePropertySource<?> source;

		private final String name;

		Leaf(EnumerablePropertySource<?> source, String name) {
			this.source = source;
			this.name = name;
		}

		TextNode toNode() {
			Object value = this.source.getProperty(this.name);
			String text = (value == null || value.toString().isEmpty()) ? null
					: ConfiguredRules.this.environment.resolvePlaceholders(value.toString());
			return new TextNode.Scalar(origin(), text);
		}

		private Origin origin() {
			org.springframework.boot.origin.Origin origin = OriginLookup.getOrigin(this.source, this.name);
			if (origin instanceof TextResourceOrigin text && text.getLocation() != null && text.getResource() != null) {
				String file = text.getResource().getFilename();
				return new Origin((file != null) ? file : text.getResource().getDescription(),
						text.getLocation().getLine() + 1, text.getLocation().getColumn() + 1);
			}
			return Origin.of(this.source.getName() + " " + this.name);
		}

	}

	/** What stands below one name: a value, or further names. */
	private static final class Branch {

		private final Map<String, Branch> below = new LinkedHashMap<>();

		private @Nullable Leaf leaf;

		void put(List<String> steps, Leaf value) {
			Branch branch = this;
			for (String step : steps) {
				branch = branch.below.computeIfAbsent(step, (key) -> new Branch());
			}
			branch.leaf = value;
		}

		TextNode toNode(Origin fallback) {
			if (this.leaf != null && this.below.isEmpty()) {
				return this.leaf.toNode();
			}
			if (this.below.keySet().stream().allMatch((step) -> step.startsWith("["))) {
				TreeMap<Integer, TextNode> items = new TreeMap<>();
				this.below
					.forEach((step, branch) -> items.put(Integer.valueOf(step.substring(1)), branch.toNode(fallback)));
				List<TextNode> list = new ArrayList<>(items.values());
				return new TextNode.Listing(list.get(0).origin(), list);
			}
			Map<String, TextNode> entries = new LinkedHashMap<>();
			this.below.forEach((step, branch) -> entries.put(step, branch.toNode(fallback)));
			Origin origin = entries.isEmpty() ? fallback : entries.values().iterator().next().origin();
			return new TextNode.Mapping(origin, entries);
		}

	}

}
