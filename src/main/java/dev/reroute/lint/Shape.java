package dev.reroute.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import dev.reroute.pattern.SourcePattern;
import dev.reroute.pattern.SourcePiece;
import dev.reroute.pattern.TargetPiece;

/**
 * What can be told of paths segment by segment: enough to see that most pairs of rules
 * have none in common, without automata.
 *
 * @param segments the first segments, folded
 * @param open whether anything may follow
 */
record Shape(List<Segment> segments, boolean open) {

	/**
	 * A segment.
	 *
	 * @param prefix how it starts
	 * @param suffix how it ends
	 * @param exact whether it is the prefix and nothing else
	 */
	record Segment(String prefix, String suffix, boolean exact) {

		boolean meets(Segment other) {
			if (this.exact && other.exact) {
				return this.prefix.equals(other.prefix);
			}
			if (this.exact || other.exact) {
				Segment wild = this.exact ? other : this;
				String text = this.exact ? this.prefix : other.prefix;
				return text.startsWith(wild.prefix) && text.endsWith(wild.suffix);
			}
			return (this.prefix.startsWith(other.prefix) || other.prefix.startsWith(this.prefix))
					&& (this.suffix.endsWith(other.suffix) || other.suffix.endsWith(this.suffix));
		}

	}

	static Shape of(SourcePattern source) {
		Builder builder = new Builder();
		for (SourcePiece piece : source.pieces()) {
			if (piece instanceof SourcePiece.Text text) {
				builder.text(text.text());
			}
			else if (piece instanceof SourcePiece.Wildcard wildcard && wildcard.span() != SourcePiece.Span.REST) {
				builder.wild();
			}
			else if (piece instanceof SourcePiece.Expression expression && expression.withinSegment()) {
				builder.wild();
			}
			else {
				return builder.open();
			}
		}
		return source.options().ignoreTrailingSlash() ? builder.open() : builder.closed();
	}

	/**
	 * The shape of a filled target.
	 * @param pieces the pieces of its path
	 * @param withinSegment which values have no separator
	 * @return the shape
	 */
	static Shape of(List<TargetPiece> pieces, Predicate<String> withinSegment) {
		Builder builder = new Builder();
		for (TargetPiece piece : pieces) {
			if (piece instanceof TargetPiece.Text text) {
				builder.text(text.text());
			}
			else if (piece instanceof TargetPiece.Value value && withinSegment.test(value.name())) {
				builder.wild();
			}
			else {
				return builder.open();
			}
		}
		return builder.closed();
	}

	boolean meets(Shape other) {
		int common = Math.min(this.segments.size(), other.segments.size());
		if ((this.segments.size() > common && !other.open) || (other.segments.size() > common && !this.open)) {
			return false;
		}
		for (int i = 0; i < common; i++) {
			if (!this.segments.get(i).meets(other.segments.get(i))) {
				return false;
			}
		}
		return true;
	}

	private static final class Builder {

		private final List<Segment> segments = new ArrayList<>();

		private StringBuilder prefix = new StringBuilder();

		private StringBuilder suffix = new StringBuilder();

		private boolean wild;

		private boolean begun;

		void text(String text) {
			text.toLowerCase(Locale.ROOT).chars().forEach((c) -> {
				if (c == '/') {
					end();
					this.begun = true;
				}
				else {
					(this.wild ? this.suffix : this.prefix).append((char) c);
				}
			});
		}

		void wild() {
			this.wild = true;
			this.suffix = new StringBuilder();
		}

		private void end() {
			if (this.begun) {
				this.segments.add(new Segment(this.prefix.toString(), this.suffix.toString(), !this.wild));
			}
			this.prefix = new StringBuilder();
			this.suffix = new StringBuilder();
			this.wild = false;
		}

		Shape closed() {
			end();
			return new Shape(List.copyOf(this.segments), false);
		}

		/** The last segment may go on, and others may follow. */
		Shape open() {
			return new Shape(List.copyOf(this.segments), true);
		}

	}

}
