package dev.reroute.flatten;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Changes to a text in places that do not overlap. Whatever stands between them stays.
 */
final class Edits {

	private final List<Edit> edits = new ArrayList<>();

	/**
	 * Put a text in place of another.
	 * @param start where the other one starts
	 * @param end where it ends
	 * @param text the text
	 */
	void replace(int start, int end, String text) {
		this.edits.add(new Edit(start, end, text));
	}

	void insert(int at, String text) {
		replace(at, at, text);
	}

	String applyTo(String text) {
		this.edits.sort(Comparator.comparingInt(Edit::start));
		StringBuilder out = new StringBuilder(text.length() + 64);
		int end = 0;
		for (Edit edit : this.edits) {
			out.append(text, end, edit.start()).append(edit.text());
			end = edit.end();
		}
		return out.append(text, end, text.length()).toString();
	}

	private record Edit(int start, int end, String text) {

	}

}
