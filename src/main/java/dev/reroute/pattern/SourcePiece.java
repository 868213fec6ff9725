package dev.reroute.pattern;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a source: what a path must hold one behind the other to match. It is for
 * those who reason about a source as a language rather than match a path with it.
 */
public sealed interface SourcePiece {

	/**
	 * A fixed text.
	 *
	 * @param text path text
	 */
	record Text(String text) implements SourcePiece {

	}

	/**
	 * Any text of a kind.
	 *
	 * @param name the name that it is bound to; {@code null} for none
	 * @param span the kind
	 */
	record Wildcard(@Nullable String name, Span span) implements SourcePiece {

	}

	/**
	 * What a regular expression matches.
	 *
	 * @param regex RE2 syntax
	 * @param names the names that its groups are bound to, in order; empty where they are
	 * bound as {@code {1}}, {@code {2}} and by their own names
	 * @param withinSegment whether it never matches a separator
	 */
	record Expression(String regex, List<String> names, boolean withinSegment) implements SourcePiece {

	}

	/** What a wildcard may stand for. */
	enum Span {

		/** Any text without a separator, possibly empty. */
		PART,

		/** Any text without a separator, not empty. */
		SEGMENT,

		/** Nothing, or a separator and whatever follows. */
		REST

	}

}
