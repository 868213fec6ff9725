package dev.reroute.importer.regex;

import java.util.ArrayList;
import java.util.List;

import dev.reroute.importer.NotTranslatableException;

/**
 * Takes look-around out of an anchored regular expression where it says something about
 * the whole text: {@code ^/a(?!b)} is {@code ^/a} for all that does not begin with
 * {@code /ab}, and {@code (?<!\.html)$} is for all that does not end so.
 */
final class LookAround {

	private final String base;

	/** Full regular expressions, one of which must match. */
	private final List<String> wanted = new ArrayList<>();

	/** Full regular expressions, none of which may match. */
	private final List<String> unwanted = new ArrayList<>();

	/**
	 * Create.
	 * @param base what stands before the text that is searched, as a regular expression
	 */
	LookAround(String base) {
		this.base = base;
	}

	List<String> wanted() {
		return this.wanted;
	}

	List<String> unwanted() {
		return this.unwanted;
	}

	/**
	 * Take it out.
	 * @param branch the only branch
	 * @return the branch without look-around
	 * @throws NotTranslatableException if some cannot be taken out
	 */
	Branch without(Branch branch) throws NotTranslatableException {
		List<Node> parts = branch.parts();
		if (branch.startAnchored()) {
			parts = withoutAhead(parts, new StringBuilder(this.base));
		}
		int last = parts.size() - 1;
		if (branch.endAnchored() && last >= 0 && parts.get(last) instanceof Node.Look look && look.behind()) {
			requireNone(List.of(look.body()));
			add(look, ".*(?:" + look.body().plainRegex() + ")");
			parts = parts.subList(0, last);
		}
		requireNone(parts);
		return new Branch(branch.startAnchored(), branch.endAnchored(), List.copyOf(parts));
	}

	/** What stands before must be the same for every text, so that the place is fixed. */
	private List<Node> withoutAhead(List<Node> parts, StringBuilder before) throws NotTranslatableException {
		List<Node> kept = new ArrayList<>();
		boolean fixed = true;
		for (Node part : parts) {
			if (fixed && part instanceof Node.Look look && !look.behind()) {
				requireNone(List.of(look.body()));
				add(look, before + "(?:" + look.body().plainRegex() + ").*");
				continue;
			}
			if (fixed && part instanceof Node.Literal literal) {
				before.append(literal.regex());
			}
			else if (fixed && part instanceof Node.Group group && group.flags().isEmpty()
					&& group.body() instanceof Node.Sequence body) {
				kept.add(new Node.Group(group.index(), group.name(), group.flags(),
						new Node.Sequence(List.copyOf(withoutAhead(body.parts(), before)))));
				fixed = false;
				continue;
			}
			else {
				fixed = false;
			}
			kept.add(part);
		}
		return kept;
	}

	private void add(Node.Look look, String full) throws NotTranslatableException {
		if (!look.negative() && !this.wanted.isEmpty()) {
			throw new NotTranslatableException("RE2 has no look-around, and a rule has no two conditions on its path");
		}
		(look.negative() ? this.unwanted : this.wanted).add(full);
	}

	static void requireNone(List<Node> parts) throws NotTranslatableException {
		for (Node part : parts) {
			if (part instanceof Node.Look) {
				throw new NotTranslatableException("RE2 has no look-around in the middle of a regular expression");
			}
			requireNone(part.children());
		}
	}

}
