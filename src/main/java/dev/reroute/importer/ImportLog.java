package dev.reroute.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.reroute.pattern.Limits;
import dev.reroute.rule.Origin;
import dev.reroute.rule.Problem;
import dev.reroute.rule.RuleDefinition;
import dev.reroute.rule.RuleParser;
import dev.reroute.rule.RuleSettings;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a reader of a foreign text tells: each directive and what became of it. A
 * directive of which nobody says anything becomes a problem, and so does one whose rules
 * would not be taken.
 */
public final class ImportLog {

	private final String name;

	private final RuleSettings settings;

	private final List<Directive> directives = new ArrayList<>();

	private final List<RuleDefinition> rules = new ArrayList<>();

	private final List<Problem> problems = new ArrayList<>();

	private int unlisted;

	/**
	 * Create for a text.
	 * @param name what to call it, such as its file
	 * @param settings what holds for all rules
	 */
	public ImportLog(String name, RuleSettings settings) {
		this.name = name;
		this.settings = settings;
	}

	/**
	 * What the text is called.
	 * @return the name, such as its file
	 */
	public String name() {
		return this.name;
	}

	/**
	 * A directive was met.
	 * @param line the line in which it begins, from 1
	 * @param text the directive as it was written
	 * @return the directive, to say what becomes of it
	 */
	public Directive directive(int line, String text) {
		Directive directive = new Directive(this, new Origin(this.name, line, 0), text.strip());
		this.directives.add(directive);
		return directive;
	}

	/**
	 * The text as a whole cannot be read from some place on.
	 * @param code stable kebab-case code
	 * @param line the line, from 1; 0 if unknown
	 * @param expected what would have been right
	 * @param got what stood there
	 */
	public void unreadable(String code, int line, String expected, String got) {
		add(Problem.of(code, new Origin(this.name, line, 0), null, expected, got));
	}

	void add(Problem problem) {
		if (this.problems.size() < Limits.PROBLEMS) {
			this.problems.add(problem);
		}
		else {
			this.unlisted++;
		}
	}

	/**
	 * Add rules, or none of them if one would not be taken.
	 * @return what is wrong, or {@code null}
	 */
	@Nullable Problem add(List<RuleDefinition> definitions) {
		for (RuleDefinition definition : definitions) {
			if (holdsControl(definition)) {
				return Problem.of("control-character", definition.origin(), null, "text without control characters",
						Problem.quoted(String.valueOf(definition.from())));
			}
		}
		List<Problem> wrong = RuleParser.parse(definitions, this.settings).problems();
		if (!wrong.isEmpty()) {
			return wrong.get(0);
		}
		this.rules.addAll(definitions);
		return null;
	}

	/** No request could match it, and a NUL has a meaning of its own in a path. */
	private static boolean holdsControl(RuleDefinition rule) {
		return Stream
			.of(rule.id(), rule.from(), rule.fromRegex(), rule.redirect(), rule.rewrite(), rule.when(), rule.query(),
					rule.requestHeaders())
			.anyMatch((part) -> String.valueOf(part).chars().anyMatch(Character::isISOControl));
	}

	/** The first word, within bounds. */
	private static String nameOf(Directive directive) {
		String text = directive.text().substring(0, Math.min(directive.text().length(), Limits.QUOTED_LENGTH));
		return text.split("\\s", 2)[0];
	}

	/**
	 * What became of the text.
	 * @return the result
	 */
	public ImportResult result() {
		int translated = 0;
		int refused = 0;
		Map<String, Integer> unrelated = new TreeMap<>();
		for (Directive directive : this.directives) {
			Directive.Fate fate = directive.fate();
			if (fate == null) {
				// a fault of the reader: whatever it is, it must not go unnoticed
				directive.isRefused("it is not known here");
				fate = Directive.Fate.REFUSED;
			}
			switch (fate) {
				case TRANSLATED -> translated++;
				case REFUSED -> refused++;
				case UNRELATED -> unrelated.merge(nameOf(directive), 1, Integer::sum);
			}
		}
		List<Problem> listed = new ArrayList<>(this.problems);
		if (this.unlisted > 0) {
			listed.add(Problem.of("more-problems", Origin.of(this.name), null, "none", this.unlisted + " more"));
		}
		return new ImportResult(List.copyOf(this.rules), listed, this.directives.size(), translated, refused,
				unrelated);
	}

}
