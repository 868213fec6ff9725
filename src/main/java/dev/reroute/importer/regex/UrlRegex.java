package dev.reroute.importer.regex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.google.re2j.Pattern;
import dev.reroute.importer.NotTranslatableException;

/**
 * A regular expression that is searched for in path and query together, such as
 * {@code /a?b=c}. A rule looks at the two apart, so that it becomes several sources:
 *
 * <pre class="code">
 * ^/a/(\d+)$        // from: /a/{a:\d+}, no query
 * ^/a/(.*)$         // from-regex: /a/(.*), any query, which belongs to the group
 * ^/a\?id=(\d+)$    // from: /a, query-string: id={q1:\d+}
 * ^/a               // from-regex: /a(.*), any query; both follow
 * /a/(.*)           // from-regex: /a/(.*), and then: /(.+?)/a/(.*), where '/' and {1} stand before
 * </pre>
 *
 * What is in front of a {@code ?} of the regular expression is looked for in the path
 * alone, and so is everything but its end where it has none.
 */
public final class UrlRegex {

	private static final Node QUESTION_MARK = new Node.Literal('?');

	private static final Node SLASH = new Node.Literal('/');

	private static final Node ANY = new Node.CharacterClass(".");

	/** Groups of our own have numbers that no target refers to. */
	private static final int BEFORE = 1_000;

	private static final int BEHIND = 1_001;

	private final boolean ignoreCase;

	private final int groups;

	private final List<UrlSource> sources = new ArrayList<>();

	private UrlRegex(boolean ignoreCase, int groups) {
		this.ignoreCase = ignoreCase;
		this.groups = groups;
	}

	/**
	 * The sources that a regular expression becomes.
	 * @param regex the text
	 * @param ignoreCase whether case makes no difference
	 * @return the sources, in the order in which they are to be tested
	 * @throws NotTranslatableException if a rule cannot say the same
	 */
	public static List<UrlSource> sources(String regex, boolean ignoreCase) throws NotTranslatableException {
		ForeignRegex whole = ForeignRegex.parse(regex);
		UrlRegex url = new UrlRegex(ignoreCase || whole.ignoresCase(), whole.groups());
		UnmatchableSourceException unmatchable = null;
		for (Branch branch : whole.branches()) {
			try {
				url.add(branch, whole.branches().size() == 1);
			}
			catch (UnmatchableSourceException ex) {
				unmatchable = ex;
			}
		}
		if (url.sources.isEmpty() && unmatchable != null) {
			throw unmatchable;
		}
		return url.sources;
	}

	private void add(Branch branch, boolean alone) throws NotTranslatableException {
		List<Node> parts = branch.parts().stream().map((part) -> isQuestionMark(part) ? QUESTION_MARK : part).toList();
		add(parts, branch.endAnchored(), false);
		if (branch.startAnchored()) {
			return;
		}
		if (beginsWithAnyText(parts, branch.endAnchored())) {
			requireSomething(parts);
			return;
		}
		UrlTail tail = UrlTail.of(parts, false);
		boolean once = branch.endAnchored() || (tail != null && tail.always() && tail.characterClass().equals(ANY));
		if (!alone || !once || parts.isEmpty() || !parts.get(0).equals(SLASH)) {
			throw new NotTranslatableException("it is not anchored with '^': what is around it stays in the URL"
					+ (once ? "" : ", and each place where it is found is replaced"));
		}
		List<Node> behind = new ArrayList<>(List.of(SLASH, group(BEFORE, new Node.Repeat(ANY, "+?"))));
		behind.addAll(parts);
		add(behind, branch.endAnchored(), true);
	}

	/** What is found in nothing is found in the URL and then once more at its end. */
	private static void requireSomething(List<Node> parts) throws NotTranslatableException {
		LookAround.requireNone(parts);
		if (Pattern.matches(new Node.Sequence(parts).regex(), "")) {
			throw new NotTranslatableException("it is not anchored with '^', and found a second time at the end");
		}
	}

	private void add(List<Node> parts, boolean end, boolean before) throws NotTranslatableException {
		int question = parts.indexOf(QUESTION_MARK);
		if (question >= 0) {
			add(parts.subList(0, question), true, query(parts.subList(question + 1, parts.size()), end), Set.of(),
					before, false);
			return;
		}
		List<Node> withoutQuery = withoutOptionalQuery(parts);
		if (withoutQuery.size() < parts.size()) {
			Set<Integer> groups = new TreeSet<>();
			addGroups(parts.get(parts.size() - 1), groups);
			add(withoutQuery, end, UrlQuery.ANY, groups, before, false);
			return;
		}
		UrlTail tail = UrlTail.of(parts, end);
		if (tail == null) {
			add(parts, end, end ? UrlQuery.NONE : UrlQuery.ANY, Set.of(), before, false);
			return;
		}
		boolean any = tail.characterClass().equals(ANY);
		if (!end) {
			add(parts, any && tail.always(), UrlQuery.ANY, tail.groups(), before, false);
			return;
		}
		if (!tail.always()) {
			add(parts, true, UrlQuery.NONE, Set.of(), before, false);
		}
		UrlQuery query = any ? UrlQuery.ANY
				: UrlQuery.like((this.ignoreCase ? "{:(?i)" : "{:") + tail.characterClass().regex() + "*}");
		add(tail.parts(), true, query, tail.groups(), before, !tail.always());
	}

	/** Groups in the query are bound by a condition. */
	private UrlQuery query(List<Node> parts, boolean end) throws NotTranslatableException {
		requireNoQuestionMark(parts);
		Map<Integer, String> names = new LinkedHashMap<>();
		Map<Integer, String> placeholders = new LinkedHashMap<>();
		for (Node part : parts) {
			if (part instanceof Node.Group group && group.index() > 0) {
				names.put(group.index(), "q" + (names.size() + 1));
				placeholders.put(group.index(), "{q" + names.size() + "}");
			}
			Set<Integer> within = new TreeSet<>();
			part.children().forEach((child) -> addGroups(child, within));
			if (!within.isEmpty()) {
				throw new NotTranslatableException("it has a group within another part of the query");
			}
		}
		List<String> texts = regex(new Branch(true, true, parts)).texts(this.ignoreCase, names);
		boolean cut = !end && UrlTail.of(parts, false) == null;
		return new UrlQuery(false, texts, placeholders, cut);
	}

	private void add(List<Node> path, boolean end, UrlQuery query, Set<Integer> spanning, boolean before, boolean again)
			throws NotTranslatableException {
		requireNoQuestionMark(path);
		List<Node> all = new ArrayList<>(path);
		if (!end) {
			all.add(group(BEHIND, new Node.Repeat(ANY, "*")));
		}
		ForeignSource source = regex(new Branch(true, true, all)).source("", this.ignoreCase, Map.of());
		Map<Integer, String> placeholders = source.placeholders();
		this.sources.add(new UrlSource(source, query, spanning, withSlash(path), filled(path), again,
				before ? placeholders.getOrDefault(BEFORE, "") : "", end ? "" : placeholders.getOrDefault(BEHIND, "")));
	}

	/** A path begins with a slash. */
	private static Set<Integer> withSlash(List<Node> path) {
		Set<Integer> groups = new TreeSet<>();
		for (int i = 0; i < path.size(); i++) {
			Node part = (path.get(i) instanceof Node.Repeat repeat) ? repeat.body() : path.get(i);
			if (part instanceof Node.Group group && group.index() > 0 && (i == 0 || beginsWithSlash(group))) {
				groups.add(group.index());
			}
		}
		return groups;
	}

	private static Set<Integer> filled(List<Node> path) {
		Set<Integer> groups = new TreeSet<>();
		for (int i = 0; i < path.size(); i++) {
			boolean takesSlash = i == 0 && (path.size() == 1 || !path.get(1).mayHoldSlash());
			if (path.get(i) instanceof Node.Group group && group.index() > 0
					&& (takesSlash || beginsWithSlash(group))) {
				groups.add(group.index());
			}
		}
		return groups;
	}

	private static boolean beginsWithSlash(Node.Group group) {
		return group.body() instanceof Node.Sequence body && !body.parts().isEmpty()
				&& body.parts().get(0).equals(SLASH);
	}

	private ForeignRegex regex(Branch branch) {
		return new ForeignRegex(List.of(branch), this.ignoreCase, this.groups);
	}

	private static Node group(int index, Node body) {
		return new Node.Group(index, null, "", new Node.Sequence(List.of(body)));
	}

	private static boolean isQuestionMark(Node part) {
		return part instanceof Node.CharacterClass characters && Set.of("[?]", "[\\?]").contains(characters.regex());
	}

	/** Then it is found at the start; but what takes little may be found once more. */
	private static boolean beginsWithAnyText(List<Node> parts, boolean end) {
		if (parts.isEmpty()) {
			return false;
		}
		if (parts.get(0) instanceof Node.Group group) {
			return group.body() instanceof Node.Sequence body && beginsWithAnyText(body.parts(), end);
		}
		return parts.get(0) instanceof Node.Repeat repeat && repeat.body().equals(ANY)
				&& (repeat.quantifier().equals("*") || (end && repeat.quantifier().equals("*?")));
	}

	private static boolean isAnyText(Node part) {
		return (part instanceof Node.Group group) ? group.body() instanceof Node.Sequence body
				&& body.parts().size() == 1 && isAnyText(body.parts().get(0)) : part.equals(new Node.Repeat(ANY, "*"));
	}

	/** {@code (\?.*)?} at the end is any query. */
	private static List<Node> withoutOptionalQuery(List<Node> parts) {
		int last = parts.size() - 1;
		boolean optional = last >= 0 && parts.get(last) instanceof Node.Repeat repeat
				&& Set.of("?", "*").contains(repeat.quantifier()) && repeat.body() instanceof Node.Group group
				&& group.body() instanceof Node.Sequence body && body.parts().size() == 2
				&& (body.parts().get(0).equals(QUESTION_MARK) || isQuestionMark(body.parts().get(0)))
				&& isAnyText(body.parts().get(1));
		return optional ? parts.subList(0, last) : parts;
	}

	private static void addGroups(Node part, Set<Integer> groups) {
		if (part instanceof Node.Group group && group.index() > 0) {
			groups.add(group.index());
		}
		part.children().forEach((child) -> addGroups(child, groups));
	}

	private static void requireNoQuestionMark(List<Node> parts) throws NotTranslatableException {
		for (Node part : parts) {
			if (part.equals(QUESTION_MARK) || isQuestionMark(part)) {
				throw new NotTranslatableException("it has a '?' within a group or behind another one");
			}
			requireNoQuestionMark(part.children());
		}
	}

}
