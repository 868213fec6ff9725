package dev.reroute.importer.nginx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.reroute.importer.ForeignConditions;
import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.regex.ForeignRegex;
import dev.reroute.importer.regex.ForeignSource;
import dev.reroute.rule.Rule;
import dev.reroute.rule.RuleBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Of the tests on a path the one that becomes the source of a rule, and those that are
 * left.
 *
 * @param test the test; {@code null} if there is none, and all paths match
 * @param regex what it became if it is a regular expression
 * @param others tests that become conditions
 */
record PathSource(@Nullable Test test, @Nullable ForeignSource regex, List<Test> others) {

	/**
	 * Choose.
	 * @param tests all tests
	 * @param groups groups that are used
	 * @return the source; {@code null} if the tests contradict each other
	 */
	static @Nullable PathSource choose(List<Test> tests, List<Piece.Group> groups) throws NotTranslatableException {
		Test best = null;
		for (Test test : tests) {
			if (test.isOnPath() && !test.negative() && (best == null || rank(test, groups) >= rank(best, groups))) {
				best = test;
			}
		}
		List<Test> others = new ArrayList<>(tests);
		if (best == null) {
			return new PathSource(null, null, others);
		}
		others.remove(best);
		ForeignSource regex = (best.kind() == Test.Kind.REGEX) ? Regex.of(best).source() : null;
		PathSource source = new PathSource(best, regex, List.of());
		return source.withOthers(others);
	}

	/** A regular expression whose groups are used, one path, a longer beginning. */
	private static int rank(Test test, List<Piece.Group> groups) {
		return switch (test.kind()) {
			case REGEX -> groups.stream().anyMatch((group) -> group.test().equals(test)) ? 1_000_000 : 100_000;
			case EQUAL -> test.ignoreCase() ? 500_000 : 10_000_000;
			case PREFIX -> Math.min(test.text().length(), 1_000);
		};
	}

	private @Nullable PathSource withOthers(List<Test> others) throws NotTranslatableException {
		List<Test> left = new ArrayList<>();
		String prefix = literalPrefix();
		boolean one = this.test != null && this.test.kind() == Test.Kind.EQUAL && !this.test.ignoreCase();
		for (Test other : others) {
			if (other.isOnPath() && one) {
				if (PathTests.holds(other, prefix) == other.negative()) {
					return null;
				}
			}
			else if (other.isOnPath() && other.kind() == Test.Kind.PREFIX && prefix.startsWith(other.text())) {
				if (other.negative()) {
					return null;
				}
			}
			else if (!other.isOnPath() || !isOutside(other, prefix)) {
				left.add(other);
			}
		}
		return new PathSource(this.test, this.regex, left);
	}

	/** Whether what must not be is impossible anyway. */
	private static boolean isOutside(Test other, String prefix) {
		return other.negative() && other.kind() != Test.Kind.REGEX && !other.text().startsWith(prefix)
				&& !prefix.startsWith(other.text());
	}

	/** What all its paths begin with. */
	private String literalPrefix() throws NotTranslatableException {
		if (this.test == null || this.test.kind() != Test.Kind.REGEX) {
			return (this.test != null && !this.test.ignoreCase()) ? this.test.text() : "";
		}
		return Regex.of(this.test).literalPrefix();
	}

	/** Begin the rule. */
	RuleBuilder rule() {
		if (this.regex != null) {
			return this.regex.rule();
		}
		if (this.test == null || (this.test.text().equals("/") && this.test.kind() == Test.Kind.PREFIX)) {
			return Rule.from("/**");
		}
		if (this.test.kind() == Test.Kind.PREFIX) {
			return Rule.fromRegex(ForeignRegex.quoted(this.test.text()) + ".*");
		}
		RuleBuilder rule = Rule.from(PathTests.encoded(this.test.text()));
		boolean cased = !this.test.text().toLowerCase(Locale.ROOT).equals(this.test.text().toUpperCase(Locale.ROOT));
		return (this.test.ignoreCase() && cased) ? rule.ignoreCase() : rule;
	}

	/** What stands in a target for its groups. */
	Map<Piece, String> placeholders() {
		Map<Piece, String> placeholders = new LinkedHashMap<>();
		if (this.test != null && this.regex != null) {
			Test searched = this.test;
			this.regex.placeholders()
				.forEach((number, text) -> placeholders.put(new Piece.Group(searched, number), text));
		}
		return placeholders;
	}

	void addTo(ForeignConditions conditions) throws NotTranslatableException {
		if (this.regex != null) {
			this.regex.addTo(conditions);
		}
	}

}
