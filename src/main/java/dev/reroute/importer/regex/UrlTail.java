package dev.reroute.importer.regex;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The repetition at the end of a regular expression that runs on from the path into the
 * query, such as {@code .*} in <code>^/a/(.*)$</code>.
 *
 * @param parts the parts of the branch up to it, which then match the path alone
 * @param characterClass what it repeats
 * @param groups the capturing groups that hold it
 * @param always whether these parts match all paths without a query as well
 */
record UrlTail(List<Node> parts, Node.CharacterClass characterClass, Set<Integer> groups, boolean always) {

	/**
	 * Find it.
	 * @param parts the parts of a branch
	 * @param endAnchored whether the branch must match up to the end; if not, only what
	 * takes as much as it can is meant
	 * @return the tail, or {@code null} if the end of the branch cannot be in the query
	 */
	static @Nullable UrlTail of(List<Node> parts, boolean endAnchored) {
		for (int i = parts.size() - 1; i >= 0; i--) {
			Set<Integer> groups = new LinkedHashSet<>();
			Found found = find(parts.get(i), endAnchored, groups);
			if (found != null) {
				List<Node> until = new ArrayList<>(parts.subList(0, i));
				until.add(found.part());
				boolean whole = found.always() && (i == parts.size() - 1 || found.characterClass().regex().equals("."));
				return new UrlTail(List.copyOf(until), found.characterClass(), groups, whole);
			}
			if (!isOptional(parts.get(i))) {
				return null;
			}
		}
		return null;
	}

	private record Found(Node part, Node.CharacterClass characterClass, boolean always) {

	}

	private static @Nullable Found find(Node part, boolean endAnchored, Set<Integer> groups) {
		if (part instanceof Node.Repeat repeat && repeat.body() instanceof Node.CharacterClass repeated) {
			boolean unbounded = repeat.quantifier().startsWith("*") || repeat.quantifier().startsWith("+");
			boolean greedy = endAnchored || repeat.quantifier().length() == 1;
			boolean takesQuestionMark = Pattern.compile(repeated.regex(), Pattern.DOTALL).matches("?");
			return (unbounded && greedy && takesQuestionMark) ? new Found(part, repeated, true) : null;
		}
		if (part instanceof Node.Repeat repeat && repeat.quantifier().startsWith("?")
				&& repeat.body() instanceof Node.Group) {
			Found found = find(repeat.body(), endAnchored, groups);
			return (found != null) ? new Found(found.part(), found.characterClass(), false) : null;
		}
		return (part instanceof Node.Group group) ? find(group, endAnchored, groups) : null;
	}

	private static @Nullable Found find(Node.Group group, boolean endAnchored, Set<Integer> groups) {
		List<Node> body = (group.body() instanceof Node.Sequence sequence) ? sequence.parts() : List.of(group.body());
		Found last = body.isEmpty() ? null : find(body.get(body.size() - 1), endAnchored, groups);
		if (last == null) {
			return null;
		}
		if (group.index() > 0) {
			groups.add(group.index());
		}
		List<Node> parts = new ArrayList<>(body.subList(0, body.size() - 1));
		parts.add(last.part());
		return new Found(new Node.Group(group.index(), group.name(), group.flags(), new Node.Sequence(parts)),
				last.characterClass(), last.always());
	}

	private static boolean isOptional(Node part) {
		return part instanceof Node.Repeat repeat
				&& (repeat.quantifier().startsWith("?") || repeat.quantifier().startsWith("*"));
	}

}
