package dev.reroute.importer.tuckey;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

import dev.reroute.pattern.CaseFolding;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rule that may go on with a target. A long list asks for each of its rules, so
 * that those whose pattern begins with text are found by that text.
 */
final class LaterRules {

	/** A rule with its place in the list. */
	private record Numbered(int number, TuckeyRule rule) {

	}

	private final NavigableMap<String, List<Numbered>> byPrefix = new TreeMap<>();

	/** Those that may be found anywhere. */
	private final List<Numbered> others = new ArrayList<>();

	LaterRules(List<TuckeyRule> rules) {
		for (int i = 0; i < rules.size(); i++) {
			TuckeyRule rule = rules.get(i);
			if (rule.changesUrl()) {
				String prefix = rule.literalPrefix();
				List<Numbered> list = prefix.isEmpty() ? this.others
						: this.byPrefix.computeIfAbsent(prefix, (key) -> new ArrayList<>());
				list.add(new Numbered(i, rule));
			}
		}
	}

	/**
	 * Find it.
	 * @param number the place of the rule whose target it is
	 * @param texts the target's own texts; between them anything may stand
	 * @return the rule, or {@code null} if there is none
	 */
	@Nullable TuckeyRule goingOnWith(int number, List<String> texts) {
		String start = CaseFolding.fold(texts.get(0));
		for (int length = 1; length < start.length(); length++) {
			TuckeyRule found = first(this.byPrefix.getOrDefault(start.substring(0, length), List.of()), number, texts);
			if (found != null) {
				return found;
			}
		}
		for (List<Numbered> list : this.byPrefix.subMap(start, start + Character.MAX_VALUE).values()) {
			TuckeyRule found = first(list, number, texts);
			if (found != null) {
				return found;
			}
		}
		return first(this.others, number, texts);
	}

	private static @Nullable TuckeyRule first(List<Numbered> rules, int number, List<String> texts) {
		for (Numbered numbered : rules) {
			if (numbered.number() > number && numbered.rule().mayGoOnWith(texts)) {
				return numbered.rule();
			}
		}
		return null;
	}

}
