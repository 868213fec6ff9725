package dev.reroute.flatten;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.reroute.pattern.PathText;
import dev.reroute.pattern.TargetPiece;

/**
 * The path that a target has, in terms of what the first rule of a chain binds.
 *
 * @param parts texts and values, one behind the other; texts hold no runs of slashes
 * @param segments the segments that are sure to be there, each as its parts
 * @param tail what follows them: nothing, or nothing sure
 * @param isSimple whether the value of each part is the part of the path that stands for
 * it; where slashes may meet and become one, it is not
 */
record PathForm(List<Part> parts, List<List<Part>> segments, List<Part> tail, boolean isSimple) {

	/**
	 * Work out the form of a target's path.
	 * @param pieces the path
	 * @param kinds what is known of the values
	 * @return the form
	 */
	static PathForm of(List<TargetPiece> pieces, CaptureKinds kinds) {
		List<Part> parts = new ArrayList<>();
		for (TargetPiece piece : pieces) {
			if (piece instanceof TargetPiece.Text text) {
				addText(text.text().replaceAll("/{2,}", "/"), parts);
			}
			else if (piece instanceof TargetPiece.Value value) {
				Part part = kinds.get(value.name());
				if (part instanceof Part.Text text) {
					addText(text.text(), parts);
				}
				else {
					parts.add(part);
				}
			}
		}
		return new PathSplitter(List.copyOf(parts)).split();
	}

	/**
	 * The form of a known path.
	 * @param path the path text
	 * @return the form
	 */
	static PathForm ofText(String path) {
		return new PathForm(List.of(new Part.Text(path)), List.of(), List.of(), true);
	}

	static void addText(String text, List<Part> parts) {
		int last = parts.size() - 1;
		if (last >= 0 && parts.get(last) instanceof Part.Text before) {
			boolean twice = before.text().endsWith("/") && text.startsWith("/");
			parts.set(last, new Part.Text(before.text() + (twice ? text.substring(1) : text)));
		}
		else if (!text.isEmpty()) {
			parts.add(new Part.Text(text));
		}
	}

	/** Whether the path is the same for all requests. */
	boolean isText() {
		return this.parts.size() == 1 && this.parts.get(0) instanceof Part.Text;
	}

	/** The text that the path is sure to start with. */
	String prefix() {
		return (!this.parts.isEmpty() && this.parts.get(0) instanceof Part.Text text) ? text.text() : "";
	}

	/**
	 * Whether a captured text stands first in the path, where the engine takes leading
	 * slashes away, encoded ones too.
	 */
	boolean startsWithValue() {
		return !isText() && prefix().length() < 2;
	}

	Shape shape() {
		if (isText()) {
			return Shape.ofText(prefix());
		}
		return new Shape(this.segments.stream().map(PathForm::glob).toList(), false, !this.tail.isEmpty());
	}

	private static Glob glob(List<Part> segment) {
		if (segment.isEmpty()) {
			return Glob.text("");
		}
		String prefix = (segment.get(0) instanceof Part.Text text) ? text.text() : "";
		if (segment.size() == 1 && segment.get(0) instanceof Part.Text) {
			return Glob.text(prefix);
		}
		String suffix = (segment.get(segment.size() - 1) instanceof Part.Text text) ? text.text() : "";
		boolean mayBeEmpty = segment.stream()
			.allMatch((part) -> part instanceof Part.Text || ((Part.Value) part).kind().mayBeEmpty());
		return new Glob(prefix, suffix, true, mayBeEmpty);
	}

	/**
	 * The segments in which captured text could form a dot segment, so that the engine
	 * would refuse the target for some requests. Two targets with the same ones are
	 * refused for the same requests.
	 */
	Set<List<Part>> refusable() {
		Set<List<Part>> refusable = new HashSet<>();
		List<Part> segment = new ArrayList<>();
		for (Part part : this.parts) {
			if (!(part instanceof Part.Text text)) {
				segment.add(part);
				continue;
			}
			String[] texts = text.text().split("/", -1);
			for (int i = 0; i < texts.length; i++) {
				if (i > 0) {
					addIfRefusable(segment, refusable);
					segment = new ArrayList<>();
				}
				if (!texts[i].isEmpty()) {
					segment.add(new Part.Text(texts[i]));
				}
			}
		}
		addIfRefusable(segment, refusable);
		return refusable;
	}

	private static void addIfRefusable(List<Part> segment, Set<List<Part>> refusable) {
		boolean safe = true;
		Part before = null;
		for (Part part : segment) {
			if (part instanceof Part.Text text) {
				safe &= text.text().indexOf(PathText.ENCODED_SLASH) < 0
						&& text.text().chars().anyMatch((c) -> c != '.');
			}
			else if (part instanceof Part.Value value) {
				safe &= value.kind().isWhole() && !(before instanceof Part.Value);
			}
			before = part;
		}
		if (!safe && segment.stream().anyMatch(Part.Value.class::isInstance)) {
			refusable.add(List.copyOf(segment));
		}
	}

}
