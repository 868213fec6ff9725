package dev.reroute.pattern;

import org.jspecify.annotations.Nullable;

/**
 * A piece of the text of a condition: what a value must hold one behind the other. It is
 * for those who reason about a text as a language rather than match a value with it.
 *
 * @param kind what it is
 * @param text a fixed text, or a regular expression in RE2 syntax that matches the same
 * @param name the name that it is bound to; {@code null} for none
 */
public record TextPiece(Kind kind, String text, @Nullable String name) {

	/** What a piece is. */
	public enum Kind {

		/** A fixed text. */
		LITERAL,

		/** {@code *} or {@code {name}}. */
		WILDCARD,

		/** {@code {name:regex}} or {@code {:regex}}. */
		EXPRESSION

	}

}
