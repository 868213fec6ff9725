package dev.reroute.importer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

	/**
	 * Those of which nobody has said anything yet, or which share the fate of another.
	 * There may be a million directives, so that the others are only counted.
	 */
	private final Set<Directive> open = new LinkedHashSet<>();

	private final Map<Directive.Fate, Integer> fates = new EnumMap<>(Directive.Fate.class);

	private final Map<String, Integer> unrelated = new TreeMap<>();

	private int directives;

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
		this.directives++;
		this.open.add(directive);
		return directive;
	}

	/**
	 * Something was said of a directive.
	 * @param directive the directive
	 * @param before what was to become of it so far; {@code null} if nobody had said
	 * @param now what becomes of it; {@code null} if this is to be seen at the end
	 */
	void decided(Directive directive, Directive.@Nullable Fate before, Directive.@Nullable Fate now) {
		if (before != null) {
			count(directive, before, -1);
		}
		if (now != null) {
			this.open.remove(directive);
			count(directive, now, 1);
		}
		else {
			this.open.add(directive);
		}
	}

	private void count(Directive directive, Directive.Fate fate, int step) {
		this.fates.merge(fate, step, Integer::sum);
		if (fate == Directive.Fate.UNRELATED) {
			this.unrelated.merge(nameOf(directive), step, Integer::sum);
		}
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
				return Problem.of("control-character", definition.origin(), null,
						"text without control characters and halves of characters", Problem.quoted(String
							.valueOf((definition.from() != null) ? definition.from() : definition.fromRegex())));
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
			.anyMatch((part) -> String.valueOf(part)
				.codePoints()
				.anyMatch((c) -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE));
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
		for (Directive directive : List.copyOf(this.open)) {
			Directive.Fate fate = directive.fate();
			if (fate == null) {
				// a fault of the reader: whatever it is, it must not go unnoticed
				directive.isRefused("it is not known here");
			}
			if (this.open.remove(directive)) {
				count(directive, (fate != null) ? fate : Directive.Fate.REFUSED, 1);
			}
		}
		this.unrelated.values().removeIf((count) -> count == 0);
		List<Problem> listed = new ArrayList<>(this.problems);
		listed.sort(Comparator.comparingInt((problem) -> problem.origin().line()));
		if (this.unlisted > 0) {
			listed.add(Problem.of("more-problems", Origin.of(this.name), null, "none", this.unlisted + " more"));
		}
		return new ImportResult(List.copyOf(this.rules), listed, this.directives,
				this.fates.getOrDefault(Directive.Fate.TRANSLATED, 0),
				this.fates.getOrDefault(Directive.Fate.REFUSED, 0), new TreeMap<>(this.unrelated));
	}

}
