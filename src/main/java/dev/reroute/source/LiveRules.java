package dev.reroute.source;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import dev.reroute.engine.MalformedPaths;
import dev.reroute.engine.RuleSet;
import dev.reroute.rule.Problem;
import dev.reroute.rule.RuleSettings;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * The rule set that is live. A new one is built aside and swapped in whole; one that has
 * problems is not taken, and the last good one stays (design 3.10).
 * <p>
 * A rule set is linted before it goes live where findings may refuse it, and beside the
 * requests otherwise. Each that goes live is one line in the log.
 */
public final class LiveRules implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(LiveRules.class);

	private final List<RuleSource> sources;

	private final RuleSettings settings;

	private final MalformedPaths malformedPaths;

	private final Linting linting;

	private final LintRun lint;

	private final AtomicReference<LiveStatus> status = new AtomicReference<>(LiveStatus.NONE);

	private volatile boolean closed;

	/**
	 * Load the rules for the first time, and never lint them.
	 * @param sources the sources, in the order in which their rules are tested
	 * @param settings what holds for all rules
	 * @param malformedPaths what happens to malformed paths
	 * @throws InvalidRulesException if there are problems
	 */
	public LiveRules(List<RuleSource> sources, RuleSettings settings, MalformedPaths malformedPaths) {
		this(sources, settings, malformedPaths, Linting.OFF);
	}

	/**
	 * Load the rules for the first time.
	 * @param sources the sources, in the order in which their rules are tested
	 * @param settings what holds for all rules
	 * @param malformedPaths what happens to malformed paths
	 * @param linting how rule sets are checked
	 * @throws InvalidRulesException if there are problems, or findings that are refused
	 */
	public LiveRules(List<RuleSource> sources, RuleSettings settings, MalformedPaths malformedPaths, Linting linting) {
		this.sources = List.copyOf(sources);
		this.settings = settings;
		this.malformedPaths = malformedPaths;
		this.linting = linting;
		this.lint = new LintRun(linting, () -> this.closed);
		List<Problem> found = load(linting.atStart());
		if (!found.isEmpty()) {
			throw new InvalidRulesException(found);
		}
	}

	/**
	 * The rule set that decides now. One request asks once.
	 * @return the rule set
	 */
	public RuleSet current() {
		return this.status.get().rules();
	}

	/**
	 * What is live, and what came of the last reading.
	 * @return the status as of now
	 */
	public LiveStatus status() {
		return this.status.get();
	}

	/**
	 * The problems that keep an older rule set in place.
	 * @return the problems of the last reload; empty if it was taken
	 */
	public List<Problem> problems() {
		return this.status.get().problems();
	}

	/**
	 * Read all sources again and take the rules if there are no problems.
	 * @return the problems, those that stand for a refused finding among them
	 */
	public List<Problem> reload() {
		List<Problem> found = load(this.linting.onChange());
		if (!found.isEmpty()) {
			logger.error("The changed rules have %d problem(s) and are not taken; the last good %d rules stay"
				.formatted(found.size(), current().rules().size()));
			found.forEach((problem) -> logger.error(problem));
		}
		return found;
	}

	private synchronized List<Problem> load(Refusal refusal) {
		long start = System.nanoTime();
		LiveStatus live = this.status.get();
		Reading reading = Reading.of(this.sources, this.settings, progress(live, "Checking rules"));
		if (!reading.problems().isEmpty()) {
			this.status.updateAndGet((kept) -> kept.keptFor(reading.sources(), reading.problems()));
			return reading.problems();
		}
		RuleSet rules = RuleSet.of(reading.rules(), this.malformedPaths, this.settings.reserved());
		long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
		LintStatus linted = (this.linting.check() != null) ? LintStatus.RUNNING
				: LintStatus.off((live.version() == 0) ? this.linting.reason() : null);
		if (refusal != Refusal.NONE) {
			linted = this.lint.check(rules, progress(live, "Linting rules"), () -> false);
			List<Problem> refused = this.lint.refused(linted, refusal, live);
			if (!refused.isEmpty()) {
				this.status.updateAndGet((kept) -> kept.keptFor(reading.sourcesWith(refused), refused));
				return refused;
			}
		}
		LiveStatus next = live.next(rules, reading.sources(), linted);
		this.status.set(next);
		if (linted.state() == LintStatus.State.RUNNING) {
			lintBeside(next, millis);
		}
		else {
			tell(next, millis);
		}
		return List.of();
	}

	/** At start somebody waits; later requests are served meanwhile. */
	private static Progress progress(LiveStatus live, String work) {
		return (live.version() == 0) ? Progress.of(work) : Progress.calm(work);
	}

	private void lintBeside(LiveStatus live, long millis) {
		this.linting.beside().execute(() -> {
			LintStatus linted = this.lint.check(live.rules(), Progress.calm("Linting rules"), () -> isOutdated(live));
			this.status.updateAndGet((now) -> (now.version() == live.version()) ? now.linted(linted) : now);
			tell(live.linted(linted), millis);
		});
	}

	/**
	 * Waits while rules are read: these may end the check, and requests have to make do
	 * with less processor for each that works beside them.
	 */
	private synchronized boolean isOutdated(LiveStatus live) {
		return this.status.get().version() != live.version();
	}

	private static void tell(LiveStatus live, long millis) {
		String words = live.lint().words();
		logger.info("%d rules from %d sources are live as version %d, loaded in %d ms%s".formatted(
				live.rules().rules().size(), live.sources().size(), live.version(), millis,
				words.isEmpty() ? "" : ", " + words));
	}

	/** End a check that runs beside. The rules stay as they are. */
	@Override
	public void close() {
		this.closed = true;
	}

}
