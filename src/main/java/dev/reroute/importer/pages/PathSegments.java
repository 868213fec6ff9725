package dev.reroute.importer.pages;

import java.util.ArrayList;
import java.util.List;

import dev.reroute.importer.pages.PagePath.Kind;
import dev.reroute.importer.pages.PagePath.Piece;

/**
 * The segments of a path, to tell whether two paths have a request in common. A slash at
 * the end makes no difference.
 *
 * <pre class="code">
 * /:lang/old    /en/old    meet
 * /:lang/old    /a/b       do not
 * /:lang/old    /app       do not
 * /a/*          /a         meet
 * </pre>
 *
 * @param texts the text in front of the first placeholder of each segment
 * @param kinds what follows it: nothing more ({@code TEXT}) or that placeholder
 */
record PathSegments(List<String> texts, List<Kind> kinds) {

	static PathSegments of(PagePath path) {
		PathSegments segments = new PathSegments(new ArrayList<>(), new ArrayList<>());
		segments.begin();
		path.pieces().forEach(segments::add);
		segments.endEmpty();
		return segments;
	}

	private void begin() {
		this.texts.add("");
		this.kinds.add(Kind.TEXT);
	}

	private void add(Piece piece) {
		if (piece.kind() != Kind.TEXT) {
			addPlaceholder(piece.kind());
			return;
		}
		String[] parts = piece.text().split("/", -1);
		for (int i = 0; i < parts.length; i++) {
			if (i > 0) {
				begin();
			}
			int last = this.texts.size() - 1;
			if (this.kinds.get(last) == Kind.TEXT) {
				this.texts.set(last, this.texts.get(last) + parts[i]);
			}
		}
	}

	private void addPlaceholder(Kind kind) {
		int last = this.texts.size() - 1;
		if (this.kinds.get(last) == Kind.TEXT) {
			this.kinds.set(last, kind);
		}
	}

	private void endEmpty() {
		int last = this.texts.size() - 1;
		if (this.kinds.get(last) == Kind.TEXT && this.texts.get(last).isEmpty()) {
			this.texts.remove(last);
			this.kinds.remove(last);
		}
	}

	/**
	 * Whether some path matches both.
	 * @param other the segments of another path
	 * @return whether there may be one
	 */
	boolean mayMeet(PathSegments other) {
		int common = Math.min(this.texts.size(), other.texts.size());
		for (int i = 0; i < common; i++) {
			if (!mayMeet(other, i)) {
				return false;
			}
			if (this.kinds.get(i) == Kind.SPLAT || other.kinds.get(i) == Kind.SPLAT) {
				return true;
			}
		}
		return endsAt(common) && other.endsAt(common);
	}

	private boolean mayMeet(PathSegments other, int index) {
		String one = this.texts.get(index);
		String two = other.texts.get(index);
		boolean open = this.kinds.get(index) != Kind.TEXT;
		boolean otherOpen = other.kinds.get(index) != Kind.TEXT;
		return one.equals(two) || (open && two.startsWith(one)) || (otherOpen && one.startsWith(two));
	}

	/** Whether nothing follows, or what need not be there. */
	private boolean endsAt(int index) {
		return index == this.texts.size() || (this.kinds.get(index) == Kind.SPLAT && this.texts.get(index).isEmpty());
	}

}
