package dev.reroute.replay;

import java.util.List;
import java.util.function.Function;

/**
 * The most frequent of some things.
 *
 * @param top the most frequent first; equally frequent ones by their text
 * @param requests how many requests there are in all, also of those that are not listed
 * @param different how many different things there are; a lower bound if the ranking is
 * not exact
 * @param error by how much a number may be too high; 0 if the ranking is exact
 * @param <T> the type of the things
 */
public record Ranking<T>(List<Counted<T>> top, long requests, long different, long error) {

	/**
	 * Whether everything was counted.
	 * @return {@code false} if there were too many different things to
	 */
	public boolean isExact() {
		return this.error == 0;
	}

	<R> Ranking<R> map(Function<T, R> function) {
		return new Ranking<>(this.top.stream()
			.map((counted) -> new Counted<>(function.apply(counted.what()), counted.requests()))
			.toList(), this.requests, this.different, this.error);
	}

}
