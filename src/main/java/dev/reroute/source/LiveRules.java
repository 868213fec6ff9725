package dev.reroute.source;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.reroute.engine.MalformedPaths;
import dev.reroute.engine.RuleSet;
import dev.reroute.rule.Definitions;
import dev.reroute.rule.Origin;
import dev.reroute.rule.ParsedRules;
import dev.reroute.rule.Problem;
import dev.reroute.rule.RuleDefinition;
import dev.reroute.rule.RuleParser;
import dev.reroute.rule.RuleSettings;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * The rule set that is live. A new one is built aside and swapped in whole; one that has
 * problems is not taken, and the last good one stays (design 3.10).
 */
public final class LiveRules {

	private static final Log logger = LogFactory.getLog(LiveRules.class);

	private final List<RuleSource> sources;

	private final RuleSettings settings;

	private final MalformedPaths malformedPaths;

	private volatile RuleSet current;

	private volatile List<Problem> problems = List.of();

	/**
	 * Load the rules for the first time.
	 * @param sources the sources, in the order in which their rules are tested
	 * @param settings what holds for all rules
	 * @param malformedPaths what happens to malformed paths
	 * @throws InvalidRulesException if there are problems
	 */
	public LiveRules(List<RuleSource> sources, RuleSettings settings, MalformedPaths malformedPaths) {
		this.sources = List.copyOf(sources);
		this.settings = settings;
		this.malformedPaths = malformedPaths;
		this.current = RuleSet.EMPTY;
		List<Problem> found = load();
		if (!found.isEmpty()) {
			throw new InvalidRulesException(found);
		}
	}

	/**
	 * The rule set that decides now. One request asks once.
	 * @return the rule set
	 */
	public RuleSet current() {
		return this.current;
	}

	/**
	 * The problems that keep an older rule set in place.
	 * @return the problems of the last reload; empty if it was taken
	 */
	public List<Problem> problems() {
		return this.problems;
	}

	/**
	 * Read all sources again and take the rules if there are no problems.
	 * @return the problems
	 */
	public List<Problem> reload() {
		List<Problem> found = load();
		if (!found.isEmpty()) {
			logger.error("The changed rules have %d problem(s) and are not taken; the last good %d rules stay"
				.formatted(found.size(), this.current.rules().size()));
			found.forEach((problem) -> logger.error(problem));
		}
		return found;
	}

	private synchronized List<Problem> load() {
		long start = System.nanoTime();
		List<RuleDefinition> definitions = new ArrayList<>();
		List<Problem> found = new ArrayList<>();
		for (RuleSource source : this.sources) {
			Definitions loaded = load(source);
			definitions.addAll(loaded.rules());
			found.addAll(loaded.problems());
		}
		boolean first = this.current == RuleSet.EMPTY;
		String work = "Checking rules";
		ParsedRules parsed = parse(definitions, first ? Progress.of(work) : Progress.calm(work));
		found.addAll(parsed.problems());
		this.problems = List.copyOf(found);
		if (found.isEmpty()) {
			this.current = RuleSet.of(parsed.rules(), this.malformedPaths, this.settings.reserved());
			logger.info("%d rules from %d sources are live, loaded in %d ms".formatted(parsed.rules().size(),
					this.sources.size(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
		}
		return found;
	}

	/**
	 * Whatever goes wrong, the last good rules stay, and the fault is told like any
	 * other.
	 */
	private ParsedRules parse(List<RuleDefinition> definitions, Progress progress) {
		try {
			return RuleParser.parse(definitions, this.settings, progress::step);
		}
		catch (RuntimeException ex) {
			logger.error("The rules could not be checked", ex);
			return new ParsedRules(List.of(), List.of(Problem.of("unchecked-rules", Origin.of("all sources"), null,
					"rules that can be checked", ex.toString())));
		}
	}

	private static Definitions load(RuleSource source) {
		try {
			return source.load();
		}
		catch (RuntimeException ex) {
			logger.debug("Rule source failed: " + source.name(), ex);
			return Definitions.failed(Problem.of("source-failed", Origin.of(source.name()), null,
					"a source that can be read", ex.toString()));
		}
	}

}
