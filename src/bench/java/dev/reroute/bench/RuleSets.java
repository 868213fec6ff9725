package dev.reroute.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.reroute.engine.MalformedPaths;
import dev.reroute.engine.RuleSet;
import dev.reroute.rule.ParsedRules;
import dev.reroute.rule.ReservedPaths;
import dev.reroute.rule.Rule;
import dev.reroute.rule.RuleBuilder;
import dev.reroute.rule.RuleDefinition;
import dev.reroute.rule.RuleParser;
import dev.reroute.rule.RuleSettings;

/**
 * Rule sets of a kind and size.
 */
enum RuleSets {

	/** Literal paths. */
	EXACT((i) -> Rule.from("/section-" + i % 100 + "/page-" + i + ".html").redirect("/new/page/" + i)),

	/** Path patterns that differ in their first segment. */
	PATTERN((i) -> Rule.from("/p" + i + "/{a}/{b}").redirect("/n" + i + "/{b}/{a}")),

	/** Regexes with a literal prefix. */
	PREFIX_REGEX((i) -> Rule.fromRegex("/r" + i + "/(\\d+)\\.html").redirect("/n" + i + "/{1}")),

	/** Regexes without one. */
	BARE_REGEX((i) -> Rule.fromRegex(".*-item-" + i + "\\.html").redirect("/items/" + i)),

	/** Path patterns for one host and with a header condition. */
	CONDITIONS((i) -> Rule.from("//www.example.com/p" + i + "/{a}")
		.header("Accept-Language", "de*")
		.redirect("/n" + i + "/{a}"));

	private final IntFunction<RuleBuilder> rule;

	RuleSets(IntFunction<RuleBuilder> rule) {
		this.rule = rule;
	}

	List<RuleDefinition> definitions(int size) {
		List<RuleDefinition> definitions = new ArrayList<>(size);
		for (int i = 0; i < size; i++) {
			definitions.add(this.rule.apply(i).build());
		}
		return definitions;
	}

	RuleSet of(int size) {
		return of(definitions(size));
	}

	static RuleSet of(List<RuleDefinition> definitions) {
		ParsedRules parsed = RuleParser.parse(definitions, RuleSettings.DEFAULT);
		if (!parsed.problems().isEmpty()) {
			throw new IllegalStateException(parsed.problems().toString());
		}
		return RuleSet.of(parsed.rules(), MalformedPaths.REJECT, ReservedPaths.NONE);
	}

	/** A file of literal paths. */
	static Path csv(int size) throws IOException {
		return Files.writeString(Files.createTempFile("rules", ".csv"),
				IntStream.range(0, size)
					.mapToObj((i) -> EXACT.path(i) + ",/new/page/" + i)
					.collect(Collectors.joining("\n", "from,redirect\n", "\n")));
	}

	/** A file of path patterns. */
	static Path yaml(int size) throws IOException {
		return Files.writeString(Files.createTempFile("rules", ".yaml"),
				IntStream.range(0, size)
					.mapToObj((i) -> "  - from: /p" + i + "/{a}/{b}\n    redirect: /n" + i + "/{b}/{a}\n")
					.collect(Collectors.joining("", "rules:\n", "")));
	}

	/** The path that the rule of a number matches. */
	String path(int i) {
		return switch (this) {
			case EXACT -> "/section-" + i % 100 + "/page-" + i + ".html";
			case PATTERN -> "/p" + i + "/one/two";
			case PREFIX_REGEX -> "/r" + i + "/4711.html";
			case BARE_REGEX -> "/shop/some-item-" + i + ".html";
			case CONDITIONS -> "/p" + i + "/one";
		};
	}

}
