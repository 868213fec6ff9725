package dev.reroute.flatten;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.reroute.engine.Decision;
import dev.reroute.engine.Explainer;
import dev.reroute.engine.Hop;
import dev.reroute.engine.RuleSet;
import dev.reroute.engine.UrlRequest;
import dev.reroute.engine.Walk;
import dev.reroute.rule.Rule;
import dev.reroute.test.RuleText;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever the rules: every request ends where it did, and nothing else changes. Random
 * rule files are flattened and followed by the real engine.
 */
class SameEndTests {

	private static final Set<Walk.End> ENDLESS = Set.of(Walk.End.LOOP, Walk.End.TOO_LONG);

	private static final int SETS = Integer.getInteger("reroute.flatten.sets", 300);

	@TempDir
	private Path directory;

	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 201, 202, 203, 204 })
	void everyRequestEndsWhereItDid(long seed) throws IOException {
		RandomChains random = new RandomChains(seed);
		Map<LeftReason, Integer> met = new EnumMap<>(LeftReason.class);
		int flattened = 0;
		int withCaptures = 0;
		int compared = 0;
		for (int set = 0; set < SETS; set++) {
			int nr = set;
			String before = random.rules(3 + set % 12);
			Hops hops = (set % 3 == 0) ? Hops.ALL : Hops.PERMANENT;
			FlattenedFile file = flatten(before, hops);
			String after = Objects.requireNonNull(file.text());
			assertThat(flatten(after, hops).text()).as("seed %d, set %d, again: %s", seed, set, before)
				.isEqualTo(after);
			file.summary().left().forEach((left) -> met.merge(left.reason(), 1, Integer::sum));
			flattened += file.summary().flattened().size();
			withCaptures += (int) file.summary()
				.flattened()
				.stream()
				.filter((rule) -> rule.target().replace("{path}", "").contains("{"))
				.count();
			Pair pair = new Pair(RuleText.rules(before), RuleText.rules(after), file.summary());
			for (int i = 0; i < 40; i++) {
				UrlRequest request = random.request();
				pair.compare(request, () -> "seed %d, set %d, %s: %s %s\nrules\n%s\nflattened\n%s".formatted(seed, nr,
						hops, request, request.headers(), before, after));
				compared += pair.changed(request) ? 1 : 0;
			}
		}
		assertThat(flattened).as("flattened by seed %d", seed).isGreaterThan(100);
		assertThat(withCaptures).as("flattened with captures by seed %d", seed).isGreaterThan(20);
		assertThat(compared).as("requests of seed %d that are spared a hop", seed).isGreaterThan(150);
		assertThat(met).containsKeys(LeftReason.LOOP, LeftReason.TEMPORARY, LeftReason.CONDITIONS, LeftReason.CAPTURES,
				LeftReason.QUERY, LeftReason.SELF_REDIRECT);
	}

	private FlattenedFile flatten(String yaml, Hops hops) throws IOException {
		Path file = Files.writeString(this.directory.resolve("rules.yaml"), yaml);
		FlattenedFile flattened = RuleFileFlattener.flatten(file, RuleText.SETTINGS, hops);
		assertThat(flattened.problems()).as(yaml).isEmpty();
		return flattened;
	}

	/** The rules before and after. */
	private static final class Pair {

		private final RuleSet before;

		private final RuleSet after;

		private final Explainer oldWalks;

		private final Explainer newWalks;

		private final Set<String> flattened;

		Pair(RuleSet before, RuleSet after, FlattenSummary summary) {
			this.before = before;
			this.after = after;
			this.oldWalks = before.explainer();
			this.newWalks = after.explainer();
			this.flattened = summary.flattened().stream().map((rule) -> rule.rule().id()).collect(Collectors.toSet());
			summary.left().forEach((left) -> this.flattened.remove(left.rule().id()));
		}

		void compare(UrlRequest request, Supplier<String> description) {
			Walk old = this.oldWalks.walk(request);
			Walk now = this.newWalks.walk(request);
			if (ENDLESS.contains(old.end())) {
				assertThat(now.end()).as(description).isIn(ENDLESS);
				return;
			}
			assertThat(now.end()).as(description).isEqualTo(old.end());
			assertThat(now.last().toString()).as(description).isEqualTo(old.last().toString());
			assertThat(fragment(now)).as(description).isEqualTo(fragment(old));
			assertThat(now.hops().isEmpty()).as(description).isEqualTo(old.hops().isEmpty());
			if (now.end() != Walk.End.LEFT) {
				assertThat(told(now.decision())).as(description).isEqualTo(told(old.decision()));
			}
			if (!now.hops().isEmpty() && this.flattened.contains(now.hops().get(0).rule().id())) {
				assertThat(now.hops()).as(description).hasSize(1);
			}
			assertThat(ruleOf(this.after.decide(request))).as(description)
				.isEqualTo(ruleOf(this.before.decide(request)));
		}

		boolean changed(UrlRequest request) {
			return this.newWalks.walk(request).hops().size() < this.oldWalks.walk(request).hops().size();
		}

		/** A fragment is inherited (RFC 9110 section 10.2.2). */
		private static String fragment(Walk walk) {
			String fragment = "";
			for (Hop hop : walk.hops()) {
				int hash = hop.to().indexOf('#');
				fragment = (hash >= 0) ? hop.to().substring(hash) : fragment;
			}
			return fragment;
		}

		private static String told(Decision decision) {
			String what = (decision instanceof Decision.Rewrite rewrite) ? rewrite.target().toString()
					: (decision instanceof Decision.Respond respond) ? "" + respond.status() : "";
			return decision.getClass().getSimpleName() + " " + ruleOf(decision) + " " + what;
		}

		private static String ruleOf(Decision decision) {
			Rule rule = decision.rule();
			return (rule != null) ? rule.id() : "none";
		}

	}

}
