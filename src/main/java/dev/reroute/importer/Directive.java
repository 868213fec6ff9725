package dev.reroute.importer;

import java.util.List;

import dev.reroute.rule.Origin;
import dev.reroute.rule.Problem;
import dev.reroute.rule.RuleBuilder;
import dev.reroute.rule.RuleDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A directive of a foreign text, such as a line. Whoever reads it says once what becomes
 * of it.
 */
public final class Directive {

	private final ImportLog log;

	private final Origin origin;

	private final String text;

	private @Nullable Fate fate;

	private @Nullable Directive owner;

	private @Nullable String comment;

	/** What becomes of a directive. */
	enum Fate {

		TRANSLATED, REFUSED, UNRELATED

	}

	Directive(ImportLog log, Origin origin, String text) {
		this.log = log;
		this.origin = origin;
		this.text = text;
	}

	public Origin origin() {
		return this.origin;
	}

	/**
	 * The directive as it was written.
	 * @return the text
	 */
	public String text() {
		return this.text;
	}

	/**
	 * A comment that stood with it, which becomes a part of the rules' note.
	 * @param comment the comment
	 */
	public void comment(@Nullable String comment) {
		this.comment = comment;
	}

	/**
	 * It becomes rules, behind those of which the log was told before.
	 * @param rules the rules; origin and note are set here
	 * @return whether they are taken; if not, the directive is refused
	 */
	public boolean becomes(RuleBuilder... rules) {
		return becomes(List.of(rules));
	}

	/**
	 * It becomes rules, behind those of which the log was told before.
	 * @param rules the rules; origin and note are set here
	 * @return whether they are taken; if not, the directive is refused
	 */
	public boolean becomes(List<RuleBuilder> rules) {
		List<RuleDefinition> definitions = rules.stream()
			.map((rule) -> rule.origin(this.origin).note(note()).build())
			.toList();
		if (definitions.stream().anyMatch(ParameterNames::mayHoldEquals)) {
			isRefused("it inserts captured text as a whole parameter of the query, whose '=' a rule would encode");
			return false;
		}
		Problem problem = this.log.add(definitions);
		if (problem != null) {
			refuse(asWritten(problem));
			return false;
		}
		decide(Fate.TRANSLATED);
		return true;
	}

	/** It is heeded without a rule of its own, since it changes what others mean. */
	public void isSetting() {
		decide(Fate.TRANSLATED);
	}

	/** It is about something else than redirects and rewrites. */
	public void isUnrelated() {
		decide(Fate.UNRELATED);
	}

	/**
	 * It shares the fate of another one, as a condition does that of its rule.
	 * @param owner the other one
	 */
	public void belongsTo(Directive owner) {
		this.log.decided(this, (this.owner != null) ? null : this.fate, null);
		this.owner = owner;
	}

	/**
	 * It cannot be said exactly in the rule language.
	 * @param reason why, as an end of a sentence: {@code it is a proxy}
	 */
	public void isRefused(String reason) {
		refuse(new Problem("not-translatable", this.origin, null, "something that a rule can say",
				Problem.quoted(this.text), reason));
	}

	/**
	 * It cannot be said exactly in the rule language.
	 * @param reason why
	 */
	public void isRefused(NotTranslatableException reason) {
		isRefused(reason.reason());
	}

	/**
	 * It is wrong in its own language.
	 * @param reason what would have been right
	 */
	public void isInvalid(InvalidDirectiveException reason) {
		isInvalid(reason.expected());
	}

	/**
	 * It is wrong in its own language.
	 * @param expected what would have been right
	 */
	public void isInvalid(String expected) {
		refuse(Problem.of("bad-directive", this.origin, null, expected, Problem.quoted(this.text)));
	}

	/**
	 * The problem is that of a rule which nobody has seen, so the line is quoted, too.
	 */
	private Problem asWritten(Problem problem) {
		String written = "written as " + Problem.quoted(this.text);
		return new Problem(problem.code(), problem.origin(), problem.key(), problem.expected(), problem.got(),
				(problem.hint() != null) ? problem.hint() + "; " + written : written);
	}

	private void refuse(Problem problem) {
		decide(Fate.REFUSED);
		this.log.add(problem);
	}

	/** What was refused once stays so, whatever else is said of it. */
	private void decide(Fate now) {
		Fate before = this.fate;
		this.fate = (before == Fate.REFUSED) ? Fate.REFUSED : now;
		if (this.owner == null) {
			this.log.decided(this, before, this.fate);
		}
	}

	/**
	 * What became of it; {@code null} if nobody has said.
	 */
	@Nullable Fate fate() {
		Directive last = this;
		while (last.owner != null) {
			last = last.owner;
		}
		// a long chain is walked once
		for (Directive one = this; one.owner != null;) {
			Directive next = one.owner;
			one.owner = last;
			one = next;
		}
		return last.fate;
	}

	private String note() {
		String source = this.origin.source();
		String place = source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1) + ":"
				+ this.origin.line();
		String remark = (this.comment == null) ? "" : this.comment.replaceAll("[\\p{Cc}\\p{Cs}]+", " ").strip();
		return remark.isEmpty() ? place : remark + " (" + place + ")";
	}

}
