package dev.reroute.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.reroute.rule.Definitions;
import dev.reroute.rule.Origin;
import dev.reroute.rule.ParsedRules;
import dev.reroute.rule.Problem;
import dev.reroute.rule.Rule;
import dev.reroute.rule.RuleDefinition;
import dev.reroute.rule.RuleParser;
import dev.reroute.rule.RuleSettings;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * What all sources gave when they were read once. Whatever goes wrong becomes a problem.
 *
 * @param rules the rules without problems, in order
 * @param problems all problems
 * @param sources the sources, in order
 * @param places which source text comes from, by the name of its origin
 */
record Reading(List<Rule> rules, List<Problem> problems, List<SourceStatus> sources, Map<String, Integer> places) {

	private static final Log logger = LogFactory.getLog(Reading.class);

	static Reading of(List<RuleSource> sources, RuleSettings settings, Progress progress) {
		List<RuleDefinition> definitions = new ArrayList<>();
		List<Problem> problems = new ArrayList<>();
		List<SourceStatus> read = new ArrayList<>();
		Map<String, Integer> places = new HashMap<>();
		for (RuleSource source : sources) {
			Instant now = Instant.now();
			Definitions loaded = load(source);
			note(loaded.rules(), read.size(), places);
			read.add(new SourceStatus(source.name(), now, loaded.rules().size(), loaded.problems()));
			definitions.addAll(loaded.rules());
			problems.addAll(loaded.problems());
		}
		ParsedRules parsed = parse(definitions, settings, progress);
		problems.addAll(parsed.problems());
		return new Reading(parsed.rules(), problems, withProblems(read, parsed.problems(), places), places);
	}

	private static Definitions load(RuleSource source) {
		try {
			return source.load();
		}
		catch (RuntimeException | StackOverflowError ex) {
			logger.debug("Rule source failed: " + source.name(), ex);
			return Definitions.failed(Problem.of("source-failed", Origin.of(source.name()), null,
					"a source that can be read", ex.toString()));
		}
	}

	/** Most rules of a source have the origin of the one before. */
	private static void note(List<RuleDefinition> rules, int source, Map<String, Integer> places) {
		String last = null;
		for (RuleDefinition rule : rules) {
			String place = rule.origin().source();
			if (!place.equals(last)) {
				places.putIfAbsent(place, source);
				last = place;
			}
		}
	}

	private static ParsedRules parse(List<RuleDefinition> definitions, RuleSettings settings, Progress progress) {
		try {
			return RuleParser.parse(definitions, settings, progress::step);
		}
		catch (RuntimeException ex) {
			logger.error("The rules could not be checked", ex);
			return new ParsedRules(List.of(), List.of(Problem.of("unchecked-rules", Origin.of("all sources"), null,
					"rules that can be checked", ex.toString())));
		}
	}

	/**
	 * The sources, with problems that were found later.
	 * @param more the problems; those that stand in no source are left out
	 * @return the sources, in order
	 */
	List<SourceStatus> sourcesWith(List<Problem> more) {
		return withProblems(this.sources, more, this.places);
	}

	private static List<SourceStatus> withProblems(List<SourceStatus> sources, List<Problem> more,
			Map<String, Integer> places) {
		Map<Integer, List<Problem>> bySource = new HashMap<>();
		for (Problem problem : more) {
			Integer source = places.get(problem.origin().source());
			if (source != null) {
				bySource.computeIfAbsent(source, (key) -> new ArrayList<>(sources.get(key).problems())).add(problem);
			}
		}
		List<SourceStatus> all = new ArrayList<>(sources);
		bySource.forEach((i, problems) -> {
			SourceStatus source = all.get(i);
			all.set(i, new SourceStatus(source.name(), source.lastRead(), source.rules(), List.copyOf(problems)));
		});
		return List.copyOf(all);
	}

}
