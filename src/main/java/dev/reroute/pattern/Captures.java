package dev.reroute.pattern;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Text that the source or a condition bound to a name, for one request. Values are
 * {@linkplain PathText path text}: a slash in them is a separator only where it was one.
 */
public final class Captures {

	private static final String[] NOTHING = {};

	/** Names and values in turn. */
	private String[] bound = NOTHING;

	private int size;

	void bind(String name, String value) {
		if (this.size * 2 == this.bound.length) {
			this.bound = Arrays.copyOf(this.bound, Math.max(4, this.size * 4));
		}
		this.bound[this.size * 2] = name;
		this.bound[this.size * 2 + 1] = value;
		this.size++;
	}

	/**
	 * Bind text that did not come from the path: every slash in it is data.
	 * @param name the name
	 * @param value the decoded text
	 */
	void bindOpaque(String name, String value) {
		bind(name, value.replace('/', PathText.ENCODED_SLASH));
	}

	/**
	 * The text bound to a name.
	 * @param name the name
	 * @return path text, or {@code null} if nothing is bound
	 */
	public @Nullable String get(String name) {
		for (int i = 0; i < this.size; i++) {
			if (this.bound[i * 2].equals(name)) {
				return this.bound[i * 2 + 1];
			}
		}
		return null;
	}

	/**
	 * How many names are bound; with {@link #truncate} a failed attempt is undone.
	 * @return the number of bound names
	 */
	public int size() {
		return this.size;
	}

	/**
	 * Forget what was bound after the first {@code size} names.
	 * @param size how many to keep
	 */
	public void truncate(int size) {
		this.size = size;
	}

	/**
	 * What was bound, for people: an encoded slash is shown as {@code %2F}.
	 * @return names and values in the order of binding
	 */
	public Map<String, String> asMap() {
		Map<String, String> map = new LinkedHashMap<>();
		for (int i = 0; i < this.size; i++) {
			map.put(this.bound[i * 2], this.bound[i * 2 + 1].replace("\0", "%2F"));
		}
		return map;
	}

	@Override
	public String toString() {
		return asMap().toString();
	}

}
