package dev.reroute.importer;

import dev.reroute.pattern.Limits;
import dev.reroute.rule.Problem;
import dev.reroute.rule.Rule;
import dev.reroute.rule.RuleSettings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ImportLogTests {

	private final ImportLog log = new ImportLog("dir/in.txt", RuleSettings.DEFAULT);

	@Test
	void eachDirectiveIsCountedOnce() {
		this.log.directive(1, "/a").becomes(Rule.from("/a").redirect("/b"));
		this.log.directive(2, "on").isSetting();
		this.log.directive(3, "proxy").isRefused("it is a proxy");
		this.log.directive(4, "gzip on").isUnrelated();
		this.log.directive(5, "gzip off").isUnrelated();
		this.log.directive(6, "?").isInvalid("something");
		ImportResult result = this.log.result();
		assertThat(result.directives()).isEqualTo(6);
		assertThat(result.translated()).isEqualTo(2);
		assertThat(result.refused()).isEqualTo(2);
		assertThat(result.unrelated()).hasToString("{gzip=2}");
		assertThat(this.log.result()).isEqualTo(result);
	}

	@Test
	void aDirectiveOfWhichNobodySaysAnythingIsAProblem() {
		this.log.directive(7, "what");
		ImportResult result = this.log.result();
		assertThat(result.refused()).isOne();
		assertThat(result.problems()).extracting(Problem::toString)
			.containsExactly("dir/in.txt:7: not-translatable: expected something that a rule can say, got 'what'; "
					+ "it is not known here");
	}

	@Test
	void aDirectiveSharesTheFateOfAnother() {
		Directive condition = this.log.directive(1, "if");
		Directive rule = this.log.directive(2, "then");
		condition.belongsTo(rule);
		rule.isRefused("of something");
		Directive other = this.log.directive(3, "if");
		other.isSetting();
		other.belongsTo(this.log.directive(4, "else"));
		ImportResult result = this.log.result();
		assertThat(result.translated()).isZero();
		assertThat(result.refused()).isEqualTo(4);
		assertThat(result.problems()).hasSize(2);
	}

	@Test
	void whatWasRefusedOnceStaysSo() {
		Directive directive = this.log.directive(1, "/a");
		directive.becomes(Rule.from("/a").redirect("/b"));
		directive.isRefused("of something");
		directive.isSetting();
		assertThat(this.log.result().translated()).isZero();
		assertThat(this.log.result().refused()).isOne();
	}

	@Test
	void aRuleThatWouldNotBeTakenRefusesItsDirective() {
		this.log.directive(1, "/a").becomes(Rule.from("/a").redirect("/b"), Rule.from("b").redirect("/c"));
		ImportResult result = this.log.result();
		assertThat(result.rules()).isEmpty();
		assertThat(result.problems()).extracting(Problem::code).containsExactly("bad-pattern");
	}

	@Test
	void problemsBeyondTheLimitAreCounted() {
		for (int i = 0; i < Limits.PROBLEMS + 5; i++) {
			this.log.directive(i, "x").isRefused("of something");
		}
		assertThat(this.log.result().refused()).isEqualTo(Limits.PROBLEMS + 5);
		assertThat(this.log.result().problems()).hasSize(Limits.PROBLEMS + 1)
			.last()
			.hasToString("dir/in.txt: more-problems: expected none, got 5 more");
	}

}
