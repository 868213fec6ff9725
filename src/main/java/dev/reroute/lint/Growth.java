package dev.reroute.lint;

import java.util.HashSet;
import java.util.Set;

import dev.reroute.pattern.SourcePiece;
import dev.reroute.pattern.TargetPiece;
import dev.reroute.rule.Action;
import dev.reroute.rule.Rule;

/**
 * By how many characters a redirect makes a path longer.
 */
final class Growth {

	private static final int UNBOUNDED = Integer.MAX_VALUE;

	private Growth() {
	}

	/**
	 * The most that a path can grow.
	 * @param rule a redirect
	 * @return the number of characters, negative if every path gets shorter
	 */
	static int atMost(Rule rule) {
		if (!(rule.action() instanceof Action.Redirect redirect)) {
			return UNBOUNDED;
		}
		int growth = 0;
		Set<String> used = new HashSet<>();
		for (TargetPiece piece : redirect.target().pathPieces()) {
			if (piece instanceof TargetPiece.Text text) {
				growth += text.text().length();
			}
			else if (piece instanceof TargetPiece.Value value
					&& (value.name().equals("path") || !used.add(value.name()))) {
				return UNBOUNDED;
			}
		}
		if (!rule.source().names().all().containsAll(used)) {
			return UNBOUNDED;
		}
		for (SourcePiece piece : rule.source().pieces()) {
			if (piece instanceof SourcePiece.Text text) {
				growth -= text.text().length();
			}
			else if (piece instanceof SourcePiece.Expression expression && expression.names().size() != 1) {
				// groups may nest, and then one character is in two values
				return UNBOUNDED;
			}
		}
		// a target that is filled with nothing is the root
		growth += rule.source().options().ignoreTrailingSlash() ? 1 : 0;
		return redirect.target().pathPieces().isEmpty() ? 1 : growth;
	}

}
