package dev.reroute.docs;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.reroute.actuate.RerouteHealthIndicator;
import dev.reroute.actuate.RerouteMeters;
import dev.reroute.actuate.RuleDescriptor;
import dev.reroute.actuate.RulesDescriptor;
import dev.reroute.assertions.RequestAssert;
import dev.reroute.assertions.RulesAssert;
import dev.reroute.engine.MalformedPaths;
import dev.reroute.hits.DecisionTotals;
import dev.reroute.hits.HitCounter;
import dev.reroute.pattern.Limits;
import dev.reroute.rule.RuleSettings;
import dev.reroute.source.LintStatus;
import dev.reroute.source.LiveRules;
import dev.reroute.source.Refusal;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.health.contributor.Health;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the pages on operations and tests list is what there is.
 */
class DocumentedOperationsTests {

	private static final Markdown PAGE = page("docs/operations.md");

	private static final Markdown TESTING = page("docs/testing.md");

	private static Markdown page(String file) {
		return Markdown.pages().stream().filter((page) -> page.file().endsWith(file)).findFirst().orElseThrow();
	}

	private static List<String> first(Markdown page, String... header) {
		return page.rows(header).stream().map((row) -> Markdown.code(row.get(0)).get(0)).toList();
	}

	private static List<String> components(Class<?> type) {
		return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
	}

	private static LiveRules noRules() {
		return new LiveRules(List.of(), RuleSettings.DEFAULT, MalformedPaths.REJECT);
	}

	@Test
	void keysOfTheEndpoint() {
		assertThat(first(PAGE, "key", "value")).isEqualTo(components(RulesDescriptor.class));
		assertThat(first(PAGE, "key of a rule", "value")).isEqualTo(components(RuleDescriptor.class));
	}

	@Test
	void detailsOfHealth() {
		try (LiveRules rules = noRules()) {
			Health health = new RerouteHealthIndicator(rules).health();
			assertThat(first(PAGE, "detail", "value")).containsExactlyElementsOf(health.getDetails().keySet());
			assertThat(PAGE.text()).contains("the `first` " + Limits.PROBLEMS_SHOWN);
			assertThat(PAGE.text()).contains(Stream.of(LintStatus.State.values())
				.map((state) -> "`" + state.name().toLowerCase(Locale.ROOT) + "`")
				.collect(Collectors.joining(", "))
				.replaceFirst(", (`[a-z]+`)$", " or $1"));
		}
	}

	@Test
	void meters() {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		try (LiveRules rules = noRules()) {
			new RerouteMeters(rules, new DecisionTotals()).bindTo(registry);
			List<String> documented = PAGE.rows("meter", "kind", "tags", "value")
				.stream()
				.map((row) -> Markdown.code(row.get(0)).get(0) + " " + row.get(1) + " " + Markdown.code(row.get(2)))
				.toList();
			assertThat(documented).containsExactlyInAnyOrderElementsOf(registry.getMeters()
				.stream()
				.map((meter) -> words(meter.getId()))
				.collect(Collectors.toCollection(TreeSet::new)));
		}
	}

	private static String words(Meter.Id id) {
		return id.getName() + " " + id.getType().name().toLowerCase(Locale.ROOT) + " "
				+ id.getTags().stream().map(Tag::getKey).toList();
	}

	@Test
	void outcomes() {
		List<String> documented = PAGE.rows("outcome", "action", "counted when")
			.stream()
			.map((row) -> Markdown.code(row.get(0)).get(0) + " " + Markdown.code(row.get(1)).get(0))
			.toList();
		assertThat(documented).containsExactlyElementsOf(
				Stream.of(HitCounter.Outcome.values()).map((outcome) -> outcome + " " + outcome.action()).toList());
	}

	@Test
	void levelsOfRefusal() {
		List<String> documented = PAGE.rows("`reroute.lint.refuse`", "at start", "on a change")
			.stream()
			.flatMap((row) -> Markdown.code(row.get(0)).stream())
			.toList();
		assertThat(documented).containsExactlyElementsOf(
				Stream.of(Refusal.values()).map((level) -> level.name().toLowerCase(Locale.ROOT)).toList());
	}

	@Test
	void methodsOfTheAssertions() {
		TreeSet<String> documented = new TreeSet<>();
		Stream.of(TESTING.rows("method", "meaning"), TESTING.rows("method", "holds if"))
			.flatMap(List::stream)
			.flatMap((row) -> Markdown.code(row.get(0)).stream())
			.forEach((method) -> documented.add(method.replaceAll("\\(.*", "")));
		TreeSet<String> there = Stream.of(RulesAssert.class, RequestAssert.class)
			.flatMap((type) -> Arrays.stream(type.getDeclaredMethods()))
			.filter((method) -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
			.map(Method::getName)
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(documented).isEqualTo(there);
	}

}
