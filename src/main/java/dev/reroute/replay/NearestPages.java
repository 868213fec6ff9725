package dev.reroute.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.reroute.rule.Action;
import dev.reroute.rule.Rule;
import dev.reroute.rule.Suggestion;

/**
 * What was perhaps meant by a URL that is not there: one that is, or that rules lead to.
 * <ol>
 * <li>One with the same last segment, the nearest path first: who moves a page mostly
 * keeps its name.</li>
 * <li>One whose last segment differs by a letter of four, the nearest first: a typo.</li>
 * </ol>
 */
final class NearestPages {

	private static final int MAX_SUGGESTIONS = 3;

	/** Targets of rules that are looked at. */
	private static final int MAX_TARGETS = 100_000;

	/** Pages of the same name that are compared: of 'contact' every language has one. */
	private static final int MAX_COMPARED = 1_000;

	private final Map<String, List<Page>> byName = new HashMap<>();

	private NearestPages(Stream<String> urls) {
		urls.distinct()
			.map(Page::of)
			.filter(Page::hasName)
			.forEach((page) -> this.byName.computeIfAbsent(page.name(), (name) -> new ArrayList<>(1)).add(page));
	}

	/**
	 * Gather the pages.
	 * @param rules rules, whose targets without placeholders are taken to be there
	 * @param answered the URLs that the log shows to be there
	 * @return the pages
	 */
	static NearestPages of(List<Rule> rules, Frequencies<String> answered) {
		return new NearestPages(
				Stream.concat(targets(rules).limit(MAX_TARGETS), answered.counted().map(Counted::what)));
	}

	private static Stream<String> targets(List<Rule> rules) {
		return rules.stream()
			.map(Rule::action)
			.map((action) -> (action instanceof Action.Redirect redirect) ? redirect.target().text()
					: (action instanceof Action.Rewrite rewrite) ? rewrite.target().text() : "")
			.filter((target) -> !target.isEmpty() && target.indexOf('{') < 0)
			.map((target) -> target.replaceFirst("[?#].*", ""));
	}

	/**
	 * Find pages.
	 * @param url a URL that is not there, without its query
	 * @return the nearest pages, the nearest first
	 */
	List<String> to(String url) {
		Page page = Page.of(url);
		if (!page.hasName()) {
			return List.of();
		}
		Set<String> nearest = new LinkedHashSet<>();
		this.byName.getOrDefault(page.name(), List.of())
			.stream()
			.limit(MAX_COMPARED)
			.sorted(Comparator.comparingInt((Page other) -> Suggestion.distance(page.path(), other.path()))
				.thenComparing(Page::url))
			.forEach((other) -> nearest.add(other.url()));
		if (nearest.size() < MAX_SUGGESTIONS) {
			this.byName.values()
				.stream()
				.map((pages) -> pages.get(0))
				.filter(page::couldBeLike)
				.map((other) -> new Near(other, Suggestion.distance(page.name(), other.name())))
				.filter((other) -> other.distance() > 0 && other.distance() <= page.tolerance())
				.sorted(Comparator.comparingInt(Near::distance).thenComparing((other) -> other.page().url()))
				.limit(MAX_SUGGESTIONS)
				.forEach((other) -> nearest.add(other.page().url()));
		}
		nearest.remove(url);
		return nearest.stream().limit(MAX_SUGGESTIONS).toList();
	}

	/**
	 * A page whose name is like another.
	 *
	 * @param page the page
	 * @param distance by how much
	 */
	private record Near(Page page, int distance) {

	}

}
