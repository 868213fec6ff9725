package dev.reroute.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import dev.reroute.pattern.SourcePattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one host by what can be told of their source without trying it:
 * <ol>
 * <li>literal paths stand in a hash table;</li>
 * <li>what begins with literal text stands in a tree by that prefix;</li>
 * <li>what has literal text elsewhere is found by a scan for that text;</li>
 * <li>the rest could match anything, and stands at the root of the tree.</li>
 * </ol>
 */
final class PathIndex {

	private final @Nullable LiteralTable literals;

	private final PrefixTree prefixes;

	private final @Nullable LiteralScanner required;

	private PathIndex(@Nullable LiteralTable literals, PrefixTree prefixes, @Nullable LiteralScanner required) {
		this.literals = literals;
		this.prefixes = prefixes;
		this.required = required;
	}

	@Nullable Candidates collect(String path, @Nullable Candidates found) {
		Candidates candidates = found;
		if (this.literals != null) {
			int[] literal = this.literals.get(path);
			if (literal.length > 0) {
				candidates = (candidates != null) ? candidates : new Candidates();
				candidates.add(literal);
			}
		}
		candidates = this.prefixes.collect(path, candidates);
		return (this.required != null) ? this.required.collect(path, candidates) : candidates;
	}

	/** Collects rules in ascending order of position. */
	static final class Builder {

		/** Every path begins with it: no more than no prefix at all. */
		private static final String SLASH = "/";

		private final LiteralTable.Builder literals = new LiteralTable.Builder();

		private final TreeMap<String, List<Integer>> prefixes = new TreeMap<>();

		private final TreeMap<String, List<Integer>> required = new TreeMap<>();

		void add(SourcePattern source, int position) {
			if (!source.literalPaths().isEmpty()) {
				source.literalPaths().forEach((path) -> this.literals.add(path, position));
			}
			else if (source.literalPrefix().length() <= SLASH.length() && !source.requiredLiteral().isEmpty()) {
				positions(this.required, source.requiredLiteral()).add(position);
			}
			else {
				positions(this.prefixes, source.literalPrefix()).add(position);
			}
		}

		private static List<Integer> positions(Map<String, List<Integer>> map, String literal) {
			return map.computeIfAbsent(literal, (key) -> new ArrayList<>(1));
		}

		private static NavigableMap<String, int[]> asArrays(Map<String, List<Integer>> map) {
			TreeMap<String, int[]> arrays = new TreeMap<>();
			map.forEach((literal, list) -> arrays.put(literal, list.stream().mapToInt(Integer::intValue).toArray()));
			return arrays;
		}

		boolean isEmpty() {
			return this.literals.isEmpty() && this.prefixes.isEmpty() && this.required.isEmpty();
		}

		PathIndex build() {
			return new PathIndex(this.literals.isEmpty() ? null : this.literals.build(),
					PrefixTree.of(asArrays(this.prefixes)),
					this.required.isEmpty() ? null : LiteralScanner.of(asArrays(this.required)));
		}

	}

}
