package dev.reroute.importer.regex;

import java.util.List;
import java.util.stream.Collectors;

import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a regular expression.
 */
sealed interface Node {

	/**
	 * The part in RE2 syntax.
	 * @return a regular expression with its capturing groups
	 */
	String regex();

	/**
	 * The part in RE2 syntax without capturing groups.
	 * @return a regular expression
	 */
	default String plainRegex() {
		return regex();
	}

	/**
	 * The parts within.
	 * @return the parts in order, possibly none
	 */
	default List<Node> children() {
		return List.of();
	}

	/**
	 * Whether some text that it matches holds a slash; in doubt it may.
	 * @return whether it may
	 */
	default boolean mayHoldSlash() {
		return children().stream().anyMatch(Node::mayHoldSlash);
	}

	/**
	 * Whether a character may stand in what it matches, or looks at.
	 * @param character the character
	 * @return whether it may
	 */
	default boolean mayHold(char character) {
		return children().stream().anyMatch((child) -> child.mayHold(character));
	}

	/**
	 * Whether it matches the empty text; in doubt it does not.
	 * @return whether it does for sure
	 */
	default boolean mayBeEmpty() {
		return false;
	}

	/**
	 * Whether each text that it matches begins with a slash, but the empty one.
	 * @return whether it does for sure
	 */
	default boolean beginsWithSlash() {
		return false;
	}

	/**
	 * A group that it is or holds.
	 * @param number the number of the group
	 * @return the group, or {@code null}
	 */
	default @Nullable Group group(int number) {
		for (Node child : children()) {
			Group group = child.group(number);
			if (group != null) {
				return group;
			}
		}
		return null;
	}

	/**
	 * A single character.
	 *
	 * @param codePoint the character
	 */
	record Literal(int codePoint) implements Node {

		@Override
		public String regex() {
			return quoted(this.codePoint);
		}

		@Override
		public boolean mayHoldSlash() {
			return this.codePoint == '/';
		}

		@Override
		public boolean mayHold(char character) {
			return this.codePoint == character;
		}

		@Override
		public boolean beginsWithSlash() {
			return this.codePoint == '/';
		}

		/** Braces are escaped in any case, since a regex stands within them. */
		static String quoted(int codePoint) {
			if (codePoint < 0x20) {
				return "\\x%02x".formatted(codePoint);
			}
			return ("\\.+*?()|[]{}^$".indexOf(codePoint) >= 0) ? "\\" + Character.toString(codePoint)
					: Character.toString(codePoint);
		}

	}

	/**
	 * One character of a class, such as {@code [^/]}, {@code \d} or a dot.
	 *
	 * @param regex the class
	 */
	record CharacterClass(String regex) implements Node {

		@Override
		public boolean mayHoldSlash() {
			return mayHold('/');
		}

		@Override
		public boolean mayHold(char character) {
			return Pattern.compile(this.regex, Pattern.DOTALL).matches(String.valueOf(character));
		}

	}

	/**
	 * A place between characters: {@code ^}, {@code $}, {@code \b}, {@code \B}.
	 *
	 * @param regex the assertion
	 */
	record Anchor(String regex) implements Node {

		static final Anchor START = new Anchor("^");

		static final Anchor END = new Anchor("$");

	}

	/**
	 * What a place is followed or preceded by, or is not. RE2 has no such thing.
	 *
	 * @param behind whether it looks at what stands before
	 * @param negative whether it must not be there
	 * @param body what is looked for
	 */
	record Look(boolean behind, boolean negative, Node body) implements Node {

		/** As it was written; where it must not stand, that is seen by its kind. */
		@Override
		public String regex() {
			return "(?" + (this.behind ? "<" : "") + (this.negative ? "!" : "=") + this.body.regex() + ")";
		}

		@Override
		public List<Node> children() {
			return List.of(this.body);
		}

	}

	/**
	 * A group.
	 *
	 * @param index its number; 0 if it does not capture
	 * @param name its name, or {@code null}
	 * @param flags its flags, such as {@code i}
	 * @param body what is inside
	 */
	record Group(int index, @Nullable String name, String flags, Node body) implements Node {

		@Override
		public String regex() {
			return "(" + ((this.index > 0) ? "" : "?" + this.flags + ":") + this.body.regex() + ")";
		}

		@Override
		public String plainRegex() {
			return "(?" + this.flags + ":" + this.body.plainRegex() + ")";
		}

		@Override
		public List<Node> children() {
			return List.of(this.body);
		}

		@Override
		public boolean mayBeEmpty() {
			return this.body.mayBeEmpty();
		}

		@Override
		public boolean beginsWithSlash() {
			return this.body.beginsWithSlash();
		}

		@Override
		public @Nullable Group group(int number) {
			return (this.index == number) ? this : this.body.group(number);
		}

	}

	/**
	 * A repetition.
	 *
	 * @param body what is repeated
	 * @param quantifier how often: {@code *}, {@code +?}, <code>{2,3}</code>
	 */
	record Repeat(Node body, String quantifier) implements Node {

		@Override
		public String regex() {
			return this.body.regex() + this.quantifier;
		}

		@Override
		public String plainRegex() {
			return this.body.plainRegex() + this.quantifier;
		}

		@Override
		public List<Node> children() {
			return List.of(this.body);
		}

		@Override
		public boolean mayBeEmpty() {
			return this.quantifier.matches("[*?].?|\\{0\\D.*") || this.body.mayBeEmpty();
		}

		@Override
		public boolean beginsWithSlash() {
			return this.body.beginsWithSlash();
		}

	}

	/**
	 * One after the other.
	 *
	 * @param parts the parts
	 */
	record Sequence(List<Node> parts) implements Node {

		@Override
		public String regex() {
			return this.parts.stream().map(Node::regex).collect(Collectors.joining());
		}

		@Override
		public String plainRegex() {
			return this.parts.stream().map(Node::plainRegex).collect(Collectors.joining());
		}

		@Override
		public List<Node> children() {
			return this.parts;
		}

		@Override
		public boolean mayBeEmpty() {
			return this.parts.stream().allMatch(Node::mayBeEmpty);
		}

		@Override
		public boolean beginsWithSlash() {
			return !this.parts.isEmpty() && this.parts.get(0).beginsWithSlash() && !this.parts.get(0).mayBeEmpty();
		}

	}

	/**
	 * One of several.
	 *
	 * @param branches at least two
	 */
	record Alternation(List<Node> branches) implements Node {

		@Override
		public String regex() {
			return this.branches.stream().map(Node::regex).collect(Collectors.joining("|"));
		}

		@Override
		public String plainRegex() {
			return this.branches.stream().map(Node::plainRegex).collect(Collectors.joining("|"));
		}

		@Override
		public List<Node> children() {
			return this.branches;
		}

		@Override
		public boolean mayBeEmpty() {
			return this.branches.stream().anyMatch(Node::mayBeEmpty);
		}

		@Override
		public boolean beginsWithSlash() {
			return this.branches.stream().allMatch((branch) -> branch.beginsWithSlash() || branch.regex().isEmpty());
		}

	}

}
