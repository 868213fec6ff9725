package dev.reroute.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import dev.reroute.pattern.SourcePattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one host by what their source starts with: literal paths in a hash table,
 * everything else in a tree by its literal prefix, at whose root stand those without one.
 */
final class PathIndex {

	private final Map<String, int[]> literals;

	private final PrefixTree prefixes;

	private PathIndex(Map<String, int[]> literals, PrefixTree prefixes) {
		this.literals = literals;
		this.prefixes = prefixes;
	}

	@Nullable Candidates collect(String path, @Nullable Candidates found) {
		Candidates candidates = found;
		int[] literal = this.literals.get(path);
		if (literal != null) {
			candidates = (candidates != null) ? candidates : new Candidates();
			candidates.add(literal);
		}
		return this.prefixes.collect(path, candidates);
	}

	/** Collects rules in ascending order of position. */
	static final class Builder {

		private final Map<String, int[]> literals = new HashMap<>();

		private final TreeMap<String, int[]> prefixes = new TreeMap<>();

		void add(SourcePattern source, int position) {
			if (source.literalPaths().isEmpty()) {
				this.prefixes.merge(source.literalPrefix(), new int[] { position }, Builder::append);
			}
			else {
				source.literalPaths()
					.forEach((path) -> this.literals.merge(path, new int[] { position }, Builder::append));
			}
		}

		private static int[] append(int[] positions, int[] more) {
			int[] all = Arrays.copyOf(positions, positions.length + 1);
			all[positions.length] = more[0];
			return all;
		}

		boolean isEmpty() {
			return this.literals.isEmpty() && this.prefixes.isEmpty();
		}

		PathIndex build() {
			return new PathIndex(this.literals, PrefixTree.of(this.prefixes));
		}

	}

}
