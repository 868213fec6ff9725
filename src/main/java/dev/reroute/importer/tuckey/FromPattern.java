package dev.reroute.importer.tuckey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.regex.ForeignRegex;
import dev.reroute.importer.regex.ForeignSource;
import dev.reroute.importer.regex.SearchedRegex;
import dev.reroute.pattern.InvalidTextException;
import dev.reroute.pattern.MatchOptions;
import dev.reroute.pattern.SourcePattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code from} of a rule. What it finds is replaced by the {@code to}, and what
 * stands before and behind stays: {@code /old} and {@code /new} make {@code /x/new.html}
 * of {@code /x/old.html}. So it becomes one source for what is found at the start and,
 * unless it is anchored there, another one for what is found further on.
 */
final class FromPattern {

	/** For all paths; the group is the path itself. */
	private static final Set<String> WHOLE = Set.of("^(.*)$", "^(/.*)$", "^(.+)$", "^(.*)", "^(/.*)", "^(.+)", "(.*)",
			"(.+)");

	/** Found at the start of each path, anchored or not. */
	private static final Set<String> AT_START = Set.of("/.*", "/(.*)", ".*");

	private static final ForeignSource ALL = new ForeignSource(false, "/**", false, false, Map.of(), List.of(),
			List.of());

	private final String text;

	private final ForeignRegex regex;

	private final SearchedRegex searched;

	private final boolean ignoreCase;

	/**
	 * One place in which it may be found.
	 *
	 * @param source the source of a rule
	 * @param groups what stands in a target for each group, by number
	 * @param before what stays in front, or {@code null}
	 * @param behind what stays behind, or {@code null}
	 */
	record Place(ForeignSource source, Map<Integer, String> groups, @Nullable String before, @Nullable String behind) {

	}

	private FromPattern(String text, ForeignRegex regex, boolean ignoreCase) {
		this.text = text;
		this.regex = regex;
		this.searched = SearchedRegex.of(regex, ignoreCase);
		this.ignoreCase = ignoreCase;
	}

	static FromPattern of(@Nullable XmlElement from, boolean wildcard) throws NotTranslatableException {
		String text = (from == null || from.text().isEmpty()) ? "^(.*)$" : from.text();
		if (wildcard && from != null) {
			return new FromPattern(Wildcard.toRegex(text), ForeignRegex.parseJava(Wildcard.toRegex(text)), false);
		}
		boolean ignoreCase = from == null || !from.isOn("casesensitive");
		String anchored = AT_START.contains(text) ? "^" + text : text;
		return new FromPattern(anchored, ForeignRegex.parseJava(anchored), ignoreCase);
	}

	/** What all paths begin with that it is for, without regard to case. */
	String literalPrefix() {
		return this.regex.isStartAnchored() ? this.regex.literalPrefix() : "";
	}

	/**
	 * Whether it may be found in what the target of an earlier rule becomes.
	 * @param texts the target's own texts; between them anything may stand
	 * @return whether it may
	 */
	boolean mayBeFoundIn(List<String> texts) {
		return this.searched.mayBeFoundIn(texts);
	}

	/** Whether it is for the end of a path: {@code /index\.html$}. */
	boolean isAtEnd() {
		return this.regex.isEndAnchored();
	}

	/** Whether the first group begins with the slash that each path begins with. */
	boolean startsWithGroup() {
		return this.text.startsWith("^(") && !this.text.startsWith("^(?") && !this.regex.isAlternation();
	}

	/**
	 * The places in which it may be found, in the order in which they are to be tested.
	 * @param stays whether what stands around it stays
	 * @return the places
	 */
	List<Place> places(boolean stays) throws NotTranslatableException {
		if (WHOLE.contains(this.text)) {
			return List.of(new Place(ALL, Map.of(0, "{path}", 1, "{path}"), null, null));
		}
		if (!stays && AT_START.contains(this.text.substring(this.text.startsWith("^") ? 1 : 0))) {
			return List.of(new Place(ALL, Map.of(), null, null));
		}
		if (!stays) {
			ForeignSource source = this.regex.source("", this.ignoreCase, Map.of());
			return List.of(new Place(source, source.placeholders(), null, null));
		}
		List<Place> places = new ArrayList<>();
		if (this.regex.isStartAnchored() && this.regex.isEndAnchored()) {
			return List.of(place(this.text, 0, false, false));
		}
		boolean single = !this.regex.isAlternation();
		boolean takesAll = single && (this.text.endsWith("(.*)") || this.text.endsWith("(.+)")
				|| (this.text.endsWith(".*") && !this.text.endsWith("\\.*")));
		boolean tail = !this.regex.isEndAnchored() && !takesAll;
		String bare = (single && this.text.startsWith("^")) ? this.text.substring(1) : this.text;
		bare = (single && bare.endsWith("$") && this.regex.isEndAnchored()) ? bare.substring(0, bare.length() - 1)
				: bare;
		String group = single ? bare : "(?:" + this.text + ")";
		String end = tail ? "(.*)$" : "$";
		Place atStart = place("^" + group + end, 0, false, tail);
		if (this.regex.isStartAnchored() || isMatchable(atStart.source())) {
			places.add(atStart);
		}
		if (!this.regex.isStartAnchored()) {
			places.add(place("^/(.*?)" + group + end, 1, true, tail));
		}
		return places;
	}

	/** Each path begins with a slash, so that {@code \.htm$} is never at its start. */
	private static boolean isMatchable(ForeignSource source) {
		try {
			if (source.isRegex()) {
				SourcePattern.parseRegex(source.text(), MatchOptions.STRICT);
			}
			return true;
		}
		catch (InvalidTextException ex) {
			return !ex.code().equals("unmatchable-source");
		}
	}

	private Place place(String whole, int shift, boolean before, boolean behind) throws NotTranslatableException {
		ForeignSource source = ForeignRegex.parseJava(whole).source("", this.ignoreCase, Map.of());
		Map<Integer, String> groups = new LinkedHashMap<>();
		source.placeholders().forEach((number, placeholder) -> {
			if (number > shift && number - shift <= this.regex.groups()) {
				groups.put(number - shift, placeholder);
			}
		});
		int last = this.regex.groups() + shift + 1;
		return new Place(source, groups, before ? "/" + source.placeholders().get(1) : null,
				behind ? source.placeholders().get(last) : null);
	}

}
