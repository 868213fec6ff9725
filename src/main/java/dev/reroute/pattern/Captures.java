package dev.reroute.pattern;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Text that the source or a condition bound to a name, for one request. Values are
 * {@linkplain PathText path text}: a slash in them is a separator only where it was one.
 */
public final class Captures {

	private final List<String> names = new ArrayList<>(4);

	private final List<String> values = new ArrayList<>(4);

	void bind(String name, String value) {
		this.names.add(name);
		this.values.add(value);
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
		int index = this.names.indexOf(name);
		return (index < 0) ? null : this.values.get(index);
	}

	/**
	 * How many names are bound; with {@link #truncate} a failed attempt is undone.
	 * @return the number of bound names
	 */
	public int size() {
		return this.names.size();
	}

	/**
	 * Forget what was bound after the first {@code size} names.
	 * @param size how many to keep
	 */
	public void truncate(int size) {
		this.names.subList(size, this.names.size()).clear();
		this.values.subList(size, this.values.size()).clear();
	}

	/**
	 * What was bound, for people: an encoded slash is shown as {@code %2F}.
	 * @return names and values in the order of binding
	 */
	public Map<String, String> asMap() {
		Map<String, String> map = new LinkedHashMap<>();
		for (int i = 0; i < this.names.size(); i++) {
			map.put(this.names.get(i), this.values.get(i).replace("\0", "%2F"));
		}
		return map;
	}

	@Override
	public String toString() {
		return asMap().toString();
	}

}
