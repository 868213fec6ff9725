package dev.reroute.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.reroute.engine.Walk;
import dev.reroute.replay.Difference;
import dev.reroute.replay.Effect;
import dev.reroute.replay.MissingUrl;
import dev.reroute.replay.Ranking;
import dev.reroute.replay.ReplayResult;
import dev.reroute.replay.log.UnreadableLine;
import dev.reroute.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What {@code replay} found, in JSON.
 *
 * @param requests how many requests there were
 * @param rules how many rules
 * @param milliseconds how long it took
 * @param logs the logs
 * @param actions how many requests each action takes
 * @param differences what is answered differently; none without {@code --against}
 * @param missing what ended in 404, and no rule answers it
 * @param chains what is redirected more than once
 * @param neverHit rules that decided nothing
 * @param notInTheLog what rules look at but the log does not have, with the number of
 * these rules
 */
record ReplayJson(long requests, int rules, long milliseconds, List<LogShape> logs, Map<String, Long> actions,
		@Nullable Listed<DifferenceShape> differences, Listed<MissingShape> missing, Listed<ChainShape> chains,
		NeverHit neverHit, Map<String, Integer> notInTheLog) {

	static ReplayJson of(Replayed replayed) {
		ReplayResult result = replayed.result();
		Map<String, Long> actions = new LinkedHashMap<>();
		result.actions().forEach((action, count) -> actions.put(action.toString(), count));
		Ranking<Difference> differences = result.differences();
		return new ReplayJson(result.requests(), result.rules(), replayed.time().toMillis(),
				replayed.logs().stream().map(LogShape::of).toList(), actions,
				(differences != null) ? Listed.of(differences, DifferenceShape::of) : null,
				Listed.of(result.missing(), MissingShape::of), Listed.of(result.chains(), ChainShape::of),
				new NeverHit(result.neverHit(), result.firstNeverHit().stream().map(RuleJson::of).toList()),
				result.gaps());
	}

	/**
	 * A log.
	 *
	 * @param file the file
	 * @param requests how many requests it has
	 * @param unreadable how many of its lines could not be read
	 * @param first the first of those
	 */
	private record LogShape(String file, long requests, long unreadable, List<UnreadableLine> first) {

		static LogShape of(Replayed.Log log) {
			return new LogShape(log.file(), log.summary().requests(), log.summary().unreadable(),
					log.summary().first());
		}

	}

	/**
	 * A ranking.
	 *
	 * @param requests how many requests there are in all
	 * @param urls how many URLs; a lower bound if there is an error
	 * @param error by how much a number may be too high; none if everything was counted
	 * @param top the most frequent
	 * @param <T> what they are
	 */
	private record Listed<T>(long requests, long urls, @Nullable Long error, List<Entry<T>> top) {

		static <S, T> Listed<T> of(Ranking<S> ranking, Function<S, T> shape) {
			return new Listed<>(ranking.requests(), ranking.different(), ranking.isExact() ? null : ranking.error(),
					ranking.top()
						.stream()
						.map((counted) -> new Entry<>(counted.requests(), shape.apply(counted.what())))
						.toList());
		}

	}

	/**
	 * An entry of a ranking.
	 *
	 * @param requests how many requests
	 * @param what of what
	 * @param <T> its shape
	 */
	private record Entry<T>(long requests, @JsonUnwrapped T what) {

	}

	/**
	 * A difference.
	 *
	 * @param url the URL, without its query
	 * @param example a request for it
	 * @param before what the rules of {@code --against} do with it
	 * @param now what the rules do
	 */
	private record DifferenceShape(String url, String example, EffectShape before, EffectShape now) {

		static DifferenceShape of(Difference difference) {
			return new DifferenceShape(difference.url(), difference.example().toString(),
					EffectShape.of(difference.before(), difference.beforeRule()),
					EffectShape.of(difference.now(), difference.nowRule()));
		}

	}

	/**
	 * What becomes of a request.
	 *
	 * @param action {@code redirect}, {@code rewrite}, {@code respond} or {@code pass}
	 * @param status of a redirect or an answer
	 * @param target where a redirect or rewrite leads
	 * @param cacheControl the {@code Cache-Control} of a redirect
	 * @param rule the rule; none if none decided
	 */
	private record EffectShape(String action, @Nullable Integer status, @Nullable String target,
			@Nullable String cacheControl, @Nullable RuleJson rule) {

		static EffectShape of(Effect effect, @Nullable Rule rule) {
			return new EffectShape(effect.action(), (effect.status() > 0) ? effect.status() : null, effect.target(),
					effect.cacheControl(), (rule != null) ? RuleJson.of(rule) : null);
		}

	}

	/**
	 * A URL that ends in 404.
	 *
	 * @param url the URL, without its query
	 * @param nearest what was perhaps meant
	 */
	private record MissingShape(String url, List<String> nearest) {

		static MissingShape of(MissingUrl missing) {
			return new MissingShape(missing.url(), missing.nearest());
		}

	}

	/**
	 * A chain.
	 *
	 * @param url what is asked for first
	 * @param end how it ends: {@code answered}, {@code responded}, {@code left},
	 * {@code loop} or {@code too-long}
	 * @param hops the redirects
	 */
	private record ChainShape(String url, String end, List<HopJson> hops) {

		static ChainShape of(Walk walk) {
			return new ChainShape(walk.hops().get(0).from().toString(), ExplanationJson.kebab(walk.end()),
					HopJson.of(walk.hops()));
		}

	}

	/**
	 * Rules that decided nothing.
	 *
	 * @param count how many
	 * @param rules the first of them
	 */
	private record NeverHit(int count, List<RuleJson> rules) {

	}

}
