package dev.reroute.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.reroute.pattern.CaseFolding;
import dev.reroute.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rules that could match a host and a path (design 5). Rules are first split by
 * literal host, then by whether case counts, then by path. What it finds may not match;
 * what it does not find cannot.
 */
final class RuleIndex {

	private final Map<String, Paths> byHost;

	private final Paths anyHost;

	private RuleIndex(Map<String, Paths> byHost, Paths anyHost) {
		this.byHost = byHost;
		this.anyHost = anyHost;
	}

	/**
	 * Index some of a list of rules.
	 * @param rules all rules; the place in the list is the position
	 * @param fallback whether to index the fallback rules or the others
	 * @return the index
	 */
	static RuleIndex of(List<Rule> rules, boolean fallback) {
		Map<String, PathsBuilder> byHost = new HashMap<>();
		PathsBuilder anyHost = new PathsBuilder();
		for (int position = 0; position < rules.size(); position++) {
			Rule rule = rules.get(position);
			if (rule.fallback() != fallback) {
				continue;
			}
			Set<String> hosts = rule.literalHosts();
			for (String host : hosts) {
				byHost.computeIfAbsent(host, (key) -> new PathsBuilder()).add(rule, position);
			}
			if (hosts.isEmpty()) {
				anyHost.add(rule, position);
			}
		}
		return new RuleIndex(
				byHost.entrySet()
					.stream()
					.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> entry.getValue().build())),
				anyHost.build());
	}

	/**
	 * Find the rules that could match.
	 * @param host the host, in its normal form
	 * @param path the path text
	 * @return their positions, or {@code null} if there are none
	 */
	@Nullable Candidates candidates(String host, String path) {
		Candidates candidates = this.anyHost.collect(path, null);
		Paths ofHost = this.byHost.isEmpty() ? null : this.byHost.get(host);
		return (ofHost != null) ? ofHost.collect(path, candidates) : candidates;
	}

	/**
	 * The rules of one host.
	 *
	 * @param strict those for which case counts
	 * @param folded those for which it does not, by folded path; {@code null} if there
	 * are none
	 */
	private record Paths(PathIndex strict, @Nullable PathIndex folded) {

		@Nullable Candidates collect(String path, @Nullable Candidates found) {
			Candidates candidates = this.strict.collect(path, found);
			return (this.folded != null) ? this.folded.collect(CaseFolding.fold(path), candidates) : candidates;
		}

	}

	private static final class PathsBuilder {

		private final PathIndex.Builder strict = new PathIndex.Builder();

		private final PathIndex.Builder folded = new PathIndex.Builder();

		void add(Rule rule, int position) {
			(rule.source().options().ignoreCase() ? this.folded : this.strict).add(rule.source(), position);
		}

		Paths build() {
			return new Paths(this.strict.build(), this.folded.isEmpty() ? null : this.folded.build());
		}

	}

}
