package dev.reroute.flatten;

import java.util.ArrayList;
import java.util.List;

import dev.reroute.pattern.CaseFolding;
import dev.reroute.pattern.SourcePattern;
import dev.reroute.pattern.SourcePiece;

/**
 * What paths a source or a target is about, roughly: segment by segment, possibly open at
 * one end. It is there to say that two have nothing in common; it never says so wrongly.
 *
 * @param segments what stands behind each slash
 * @param openStart whether any segments may stand in front
 * @param openEnd whether any segments may follow
 */
record Shape(List<Glob> segments, boolean openStart, boolean openEnd) {

	/** Nothing is known. */
	static final Shape ANY = new Shape(List.of(), false, true);

	static Shape of(SourcePattern source) {
		if (source.literalPaths().isEmpty()) {
			return new Reader().read(source.pieces());
		}
		return ofText(source.literalPrefix());
	}

	/**
	 * The shape of one path.
	 * @param path the path text
	 * @return its shape
	 */
	static Shape ofText(String path) {
		List<Glob> segments = new ArrayList<>();
		for (String segment : path.substring(1).split("/", -1)) {
			segments.add(Glob.text(segment));
		}
		return new Shape(segments, false, false);
	}

	/**
	 * Whether some path could be of both.
	 * @param other another shape
	 * @return {@code false} if there is none
	 */
	boolean couldEqual(Shape other) {
		if (this.openStart || other.openStart) {
			return couldEqualFromTheEnd(other);
		}
		int both = Math.min(this.segments.size(), other.segments.size());
		boolean longEnough = (this.openEnd || this.segments.size() >= other.segments.size())
				&& (other.openEnd || other.segments.size() >= this.segments.size());
		for (int i = 0; longEnough && i < both; i++) {
			longEnough = this.segments.get(i).couldEqual(other.segments.get(i));
		}
		return longEnough;
	}

	private boolean couldEqualFromTheEnd(Shape other) {
		if (this.openEnd || other.openEnd) {
			return true;
		}
		int mine = this.segments.size();
		int theirs = other.segments.size();
		if ((mine < theirs && !this.openStart) || (theirs < mine && !other.openStart)) {
			return false;
		}
		for (int i = 1; i <= Math.min(mine, theirs); i++) {
			if (!this.segments.get(mine - i).couldEqual(other.segments.get(theirs - i))) {
				return false;
			}
		}
		return true;
	}

	/** The same paths, with a slash at the end more or less. */
	List<Shape> withOtherSlash() {
		List<Shape> shapes = new ArrayList<>(List.of(this));
		if (!this.openEnd) {
			List<Glob> longer = new ArrayList<>(this.segments);
			longer.add(Glob.text(""));
			shapes.add(new Shape(longer, this.openStart, false));
			if (!this.segments.isEmpty()) {
				shapes.add(new Shape(this.segments.subList(0, this.segments.size() - 1), this.openStart, false));
			}
		}
		return shapes;
	}

	Shape folded() {
		return new Shape(this.segments.stream()
			.map((glob) -> new Glob(CaseFolding.fold(glob.prefix()), CaseFolding.fold(glob.suffix()), glob.wild(),
					glob.mayBeEmpty()))
			.toList(), this.openStart, this.openEnd);
	}

	/** Reads the pieces of a path pattern. */
	private static final class Reader {

		private final List<Glob> segments = new ArrayList<>();

		private boolean openStart;

		private boolean openEnd;

		private boolean inSegment;

		Shape read(List<SourcePiece> pieces) {
			for (SourcePiece piece : pieces) {
				if (piece instanceof SourcePiece.Text text) {
					readText(text.text());
				}
				else if (piece instanceof SourcePiece.Wildcard wildcard) {
					readWildcard(wildcard.span());
				}
				else if (piece instanceof SourcePiece.Expression expression) {
					if (!expression.withinSegment()) {
						return ANY;
					}
					put(Glob.ANY);
				}
			}
			return new Shape(this.segments, this.openStart, this.openEnd);
		}

		private void readText(String text) {
			for (int i = 0; i < text.length();) {
				int slash = text.indexOf('/', i);
				int end = (slash < 0) ? text.length() : slash;
				append(text.substring(i, end));
				if (slash >= 0) {
					this.segments.add(Glob.text(""));
					this.inSegment = true;
				}
				i = end + 1;
			}
		}

		private void readWildcard(SourcePiece.Span span) {
			if (span == SourcePiece.Span.REST) {
				this.openEnd = this.inSegment;
				this.openStart = !this.inSegment;
				return;
			}
			Glob last = this.segments.get(this.segments.size() - 1);
			put(new Glob(last.prefix(), "", true, last.wild() || span != SourcePiece.Span.SEGMENT));
		}

		private void append(String text) {
			if (text.isEmpty() || this.segments.isEmpty()) {
				return;
			}
			Glob last = this.segments.get(this.segments.size() - 1);
			put(last.wild() ? new Glob(last.prefix(), last.suffix() + text, true, last.mayBeEmpty())
					: Glob.text(last.prefix() + text));
		}

		private void put(Glob last) {
			if (!this.segments.isEmpty()) {
				this.segments.set(this.segments.size() - 1, last);
			}
		}

	}

}
