package dev.reroute.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import dev.reroute.engine.MalformedPaths;
import dev.reroute.lint.FindingCode;
import dev.reroute.lint.LintReport;
import dev.reroute.lint.Severity;
import dev.reroute.pattern.Limits;
import dev.reroute.rule.Definitions;
import dev.reroute.rule.Problem;
import dev.reroute.rule.Rule;
import dev.reroute.rule.RuleSettings;
import dev.reroute.test.NamedFindings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Rule sets are linted before they go live, or beside.
 */
@ExtendWith(OutputCaptureExtension.class)
class LintedChangesTests {

	private static final RuleCheck NAMED = new NamedFindings();

	private final List<String> ids = new ArrayList<>();

	private LiveRules live(RuleCheck check, @Nullable Refusal refuse, String... ids) {
		return live(Linting.with(check, refuse), ids);
	}

	private LiveRules live(Linting linting, String... ids) {
		give(ids);
		RuleSource source = () -> Definitions
			.of(this.ids.stream().map((id) -> Rule.from("/" + id).pass().id(id).build()).toList());
		return new LiveRules(List.of(source), RuleSettings.DEFAULT, MalformedPaths.REJECT, linting);
	}

	private void give(String... ids) {
		this.ids.clear();
		this.ids.addAll(Arrays.asList(ids));
	}

	private static List<String> ids(LiveRules rules) {
		return rules.current().rules().stream().map(Rule::id).toList();
	}

	private static void awaitLint(LiveRules rules, LintStatus.State state) {
		await().atMost(Duration.ofSeconds(30)).until(() -> rules.status().lint().state() == state);
	}

	@Test
	void atStartTheRulesAreLiveBeforeTheyAreLinted(CapturedOutput output) {
		CountDownLatch gate = new CountDownLatch(1);
		try (LiveRules rules = live(behind(gate), null, "loop-1", "a", "b")) {
			assertThat(ids(rules)).containsExactly("loop-1", "a", "b");
			assertThat(rules.status().lint().state()).isEqualTo(LintStatus.State.RUNNING);
			assertThat(output).doesNotContain("3 rules from 1 sources are live");
			gate.countDown();
			awaitLint(rules, LintStatus.State.DONE);
			await().atMost(Duration.ofSeconds(30)).until(() -> output.getOut().contains("3 rules from"));
			assertThat(output.getOut().lines().filter((line) -> line.contains("3 rules from"))).singleElement()
				.asString()
				.containsPattern("3 rules from 1 sources are live as version 1, loaded in \\d+ ms, "
						+ "linted in \\d+ ms: 1 error, 0 warning, 0 info");
			assertThat(rules.status().lint().severities()).containsEntry(Severity.ERROR, 1);
		}
	}

	private static RuleCheck behind(CountDownLatch gate) {
		return (rules, onRule) -> {
			try {
				gate.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			return NAMED.check(rules, onRule);
		};
	}

	@Test
	void aChangeThatMakesALoopIsRefusedAndTheLastGoodSetStays(CapturedOutput output) {
		try (LiveRules rules = live(NAMED, null, "a")) {
			give("a", "loop-1");
			assertThat(rules.reload()).extracting(Problem::toString)
				.containsExactly("rule '/loop-1' in code: refused-finding: expected no error that the live rules do "
						+ "not have, got loop: rule 'loop-1': a visitor is sent in a circle; mend it");
			assertThat(ids(rules)).containsExactly("a");
			assertThat(rules.problems()).hasSize(1);
			assertThat(rules.status().version()).isEqualTo(1);
			assertThat(rules.status().sources().get(0).problems()).isEqualTo(rules.problems());
			assertThat(output).contains("1 problem(s) and are not taken; the last good 1 rules stay")
				.contains("refused-finding");
			give("a", "b");
			assertThat(rules.reload()).isEmpty();
			assertThat(rules.problems()).isEmpty();
			assertThat(rules.status().version()).isEqualTo(2);
			assertThat(rules.status().sources().get(0).problems()).isEmpty();
		}
	}

	@ParameterizedTest(name = "refuse {0}: live {1}, then {2} is taken: {3}")
	@CsvSource({ ", a, loop-1, false", ", a, chain-1, true", ", a, overlap-1, true", ", loop-1, loop-1 a, true",
			", loop-1, loop-2, false", ", loop-1, shadowed-1, false", ", loop-1 loop-2, loop-2, true",
			"ERROR, a, loop-1, false", "ERROR, a, chain-1, true", "WARNING, a, chain-1, false",
			"WARNING, a, overlap-1, true", "NONE, a, loop-1, true", "NONE, loop-1, loop-2, true" })
	void onlyNewFindingsOfTheLevelRefuseAChange(@Nullable Refusal refuse, String before, String after, boolean taken) {
		try (LiveRules rules = live(NAMED, refuse, before.split(" "))) {
			give(after.split(" "));
			assertThat(rules.reload().isEmpty()).isEqualTo(taken);
			assertThat(ids(rules)).containsExactly((taken ? after : before).split(" "));
		}
	}

	@ParameterizedTest(name = "refuse {0}: {1} starts: {2}")
	@CsvSource({ ", loop-1, true", "NONE, loop-1, true", "ERROR, loop-1, false", "ERROR, chain-1, true",
			"WARNING, chain-1, false", "WARNING, overlap-1, true" })
	void onlyWhatWasSaidRefusesTheStart(@Nullable Refusal refuse, String id, boolean starts) {
		if (starts) {
			live(NAMED, refuse, id).close();
			return;
		}
		assertThatExceptionOfType(InvalidRulesException.class).isThrownBy(() -> live(NAMED, refuse, id))
			.satisfies((ex) -> assertThat(ex.problems()).extracting(Problem::code).containsExactly("refused-finding"))
			.withMessageContaining("rule '%s'", id)
			.withMessageNotContaining("live rules");
	}

	@Test
	void aChangeDoesNotWaitForTheCheckOfTheStart() {
		CountDownLatch gate = new CountDownLatch(1);
		AtomicInteger checks = new AtomicInteger();
		RuleCheck check = (rules, onRule) -> (checks.incrementAndGet() == 1) ? behind(gate).check(rules, onRule)
				: NAMED.check(rules, onRule);
		try (LiveRules rules = live(check, null, "loop-1")) {
			await().atMost(Duration.ofSeconds(30)).until(() -> checks.get() == 1);
			give("loop-1", "a");
			assertThat(rules.reload()).isEmpty();
			assertThat(ids(rules)).containsExactly("loop-1", "a");
			gate.countDown();
		}
	}

	@Test
	void whatTimeBringsToTheLiveRulesRefusesNoChange() {
		AtomicBoolean later = new AtomicBoolean();
		RuleCheck check = (rules, onRule) -> new LintReport(
				later.get() ? List.of(NamedFindings.finding(FindingCode.EXPIRED, rules.rules().get(0))) : List.of(), 1,
				0);
		try (LiveRules rules = live(check, Refusal.WARNING, "a")) {
			later.set(true);
			give("a", "b");
			assertThat(rules.reload()).isEmpty();
			assertThat(rules.status().version()).isEqualTo(2);
		}
	}

	@Test
	void aFaultOfTheCheckRefusesNothing(CapturedOutput output) {
		try (LiveRules rules = live((set, onRule) -> {
			throw new IllegalStateException("as a test says");
		}, Refusal.ERROR, "a")) {
			give("b");
			assertThat(rules.reload()).isEmpty();
			assertThat(ids(rules)).containsExactly("b");
			assertThat(rules.status().lint().state()).isEqualTo(LintStatus.State.FAILED);
			assertThat(output).contains("live as version 2")
				.contains("not linted: java.lang.IllegalStateException: as a test says");
		}
	}

	@Test
	void aNewerSetEndsTheCheckOfTheOlderOne(CapturedOutput output) {
		CountDownLatch gate = new CountDownLatch(1);
		AtomicInteger checks = new AtomicInteger();
		RuleCheck check = (rules, onRule) -> (checks.incrementAndGet() == 1) ? behind(gate).check(rules, onRule)
				: NAMED.check(rules, onRule);
		try (LiveRules rules = live(check, Refusal.NONE, "loop-1")) {
			await().atMost(Duration.ofSeconds(30)).until(() -> checks.get() == 1);
			give("a");
			rules.reload();
			awaitLint(rules, LintStatus.State.DONE);
			gate.countDown();
			await().atMost(Duration.ofSeconds(30)).until(() -> output.getOut().contains("newer rules came"));
			assertThat(rules.status().lint().findings()).isEmpty();
		}
	}

	@Test
	void closingEndsTheCheck() {
		CountDownLatch gate = new CountDownLatch(1);
		LiveRules rules = live(behind(gate), null, "a");
		rules.close();
		gate.countDown();
		awaitLint(rules, LintStatus.State.FAILED);
		assertThat(ids(rules)).containsExactly("a");
	}

	@Test
	void withoutACheckTheReasonIsToldOnce(CapturedOutput output) {
		try (LiveRules rules = live(Linting.off("as a test says"), "a", "b", "c")) {
			rules.reload();
			assertThat(rules.status().lint().state()).isEqualTo(LintStatus.State.OFF);
			assertThat(output.getOut().lines().filter((line) -> line.contains("3 rules from 1 sources are live")))
				.hasSize(2);
			assertThat(output).containsOnlyOnce("not linted: as a test says");
		}
	}

	@Test
	void ofVeryManyFindingsTheWorstAreKept() {
		String[] ids = IntStream.range(0, Limits.FINDINGS + 1)
			.mapToObj((i) -> (i == 7 || i == Limits.FINDINGS) ? "loop-" + i : "overlap-" + i)
			.toArray(String[]::new);
		try (LiveRules rules = live(NAMED, null, ids)) {
			awaitLint(rules, LintStatus.State.DONE);
			LintStatus lint = rules.status().lint();
			assertThat(lint.findings()).hasSize(Limits.FINDINGS);
			assertThat(lint.findings().subList(0, 3)).extracting((finding) -> finding.rule().id())
				.containsExactly("loop-7", "loop-" + Limits.FINDINGS, "overlap-0");
			assertThat(lint.severities()).containsEntry(Severity.INFO, Limits.FINDINGS - 1);
		}
	}

	@Test
	void problemsAreThoseOfTheirSource() {
		RuleSource good = RuleSource.of(Rule.from("/a").pass());
		RuleSource bad = RuleSource.of(Rule.from("/b").pass(), Rule.from("/c").redirect("//x"));
		AtomicBoolean change = new AtomicBoolean();
		RuleSource second = () -> change.get() ? bad.load() : good.load();
		RuleSource broken = () -> {
			if (change.get()) {
				throw new IllegalStateException("as a test says");
			}
			return Definitions.of(List.of());
		};
		try (LiveRules rules = new LiveRules(List.of(good, second, broken), RuleSettings.DEFAULT,
				MalformedPaths.REJECT)) {
			LiveStatus before = rules.status();
			change.set(true);
			rules.reload();
			LiveStatus after = rules.status();
			assertThat(after.sources()).extracting((source) -> source.problems().stream().map(Problem::code).toList())
				.containsExactly(List.of(), List.of("bad-target"), List.of("source-failed"));
			assertThat(after.sources()).extracting(SourceStatus::rules).containsExactly(1, 2, 0);
			assertThat(after.sources().get(0).lastRead()).isAfterOrEqualTo(before.sources().get(0).lastRead());
			assertThat(after.since()).isEqualTo(before.since());
			assertThat(after.rules()).isSameAs(before.rules());
		}
	}

}
