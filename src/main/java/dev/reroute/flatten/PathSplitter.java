package dev.reroute.flatten;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Splits a path into segments, as far as it is sure where they end.
 */
final class PathSplitter {

	private final List<Part> parts;

	private final List<List<Part>> segments = new ArrayList<>();

	private List<Part> segment = new ArrayList<>();

	private boolean simple = true;

	PathSplitter(List<Part> parts) {
		this.parts = parts;
	}

	PathForm split() {
		for (int i = 0; i < this.parts.size(); i++) {
			Part part = this.parts.get(i);
			Part next = (i + 1 < this.parts.size()) ? this.parts.get(i + 1) : null;
			if (part instanceof Part.Text text) {
				int unsure = addText(text.text(), i);
				if (unsure >= 0) {
					return unsureFrom(i, text.text().substring(unsure));
				}
			}
			else if (part instanceof Part.Value value) {
				if (value.kind() == Part.Kind.REST) {
					return rest(i, next);
				}
				if (value.kind() == Part.Kind.ANY) {
					return unsure(i);
				}
				this.segment.add(part);
			}
		}
		this.segments.add(this.segment);
		return form(List.of());
	}

	/**
	 * Add a text.
	 * @return the index of a slash that may meet the one before it, or -1
	 */
	private int addText(String text, int index) {
		int start = 0;
		for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', slash + 1)) {
			addToSegment(text.substring(start, slash));
			boolean first = index == 0 && slash == 0;
			boolean mayBeEmpty = this.segment.stream()
				.allMatch((part) -> part instanceof Part.Value value && value.kind().mayBeEmpty());
			if (!first && mayBeEmpty) {
				return slash;
			}
			if (!first) {
				this.segments.add(this.segment);
			}
			this.segment = new ArrayList<>();
			start = slash + 1;
		}
		addToSegment(text.substring(start));
		return -1;
	}

	private void addToSegment(String text) {
		if (!text.isEmpty()) {
			this.segment.add(new Part.Text(text));
		}
	}

	/** A rest begins with a slash or is empty: what is in front of it is sure. */
	private PathForm rest(int index, @Nullable Part next) {
		boolean endsSegment = next == null || (next instanceof Part.Text text && text.text().startsWith("/"));
		if (!endsSegment || (this.segment.isEmpty() && index > 0)) {
			return unsure(index);
		}
		if (index > 0) {
			this.segments.add(this.segment);
		}
		this.simple = next == null;
		return form(this.parts.subList(index, this.parts.size()));
	}

	/** From the segment in hand on, nothing is sure. */
	private PathForm unsure(int index) {
		List<Part> tail = new ArrayList<>();
		PathForm.addText("/", tail);
		this.segment.forEach((part) -> add(part, tail));
		this.parts.subList(index, this.parts.size()).forEach((part) -> add(part, tail));
		this.simple = false;
		return form(tail);
	}

	private PathForm unsureFrom(int index, String rest) {
		List<Part> tail = new ArrayList<>();
		PathForm.addText("/", tail);
		this.segment.forEach((part) -> add(part, tail));
		tail.add(new Part.Text(rest));
		tail.addAll(this.parts.subList(index + 1, this.parts.size()));
		this.simple = false;
		return form(tail);
	}

	private static void add(Part part, List<Part> tail) {
		if (part instanceof Part.Text text) {
			PathForm.addText(text.text(), tail);
		}
		else {
			tail.add(part);
		}
	}

	private PathForm form(List<Part> tail) {
		return new PathForm(this.parts, this.segments, List.copyOf(tail), this.simple);
	}

}
