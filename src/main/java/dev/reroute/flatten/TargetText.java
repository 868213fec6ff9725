package dev.reroute.flatten;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.reroute.pattern.TargetTemplate;
import org.jspecify.annotations.Nullable;

/**
 * The text of a target in its parts, as the author wrote them.
 *
 * @param scheme the scheme; empty for a target on the host that was asked
 * @param authority the host, possibly with a port
 * @param path the path
 * @param query the query; {@code null} for none
 * @param fragment the fragment; {@code null} for none
 */
record TargetText(String scheme, String authority, String path, @Nullable String query, @Nullable String fragment) {

	/** A scheme that is the one that was asked. */
	static final String ASKED = "{scheme}";

	private static final Pattern PARTS = Pattern.compile(
			"(?:(https?|\\{scheme})://([^/?#{]*))?([^?#]*)(?:\\?([^#]*))?(?:#(.*))?",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final Pattern PORT = Pattern.compile(".*[^:]:(\\d+)");

	/**
	 * Take a target apart.
	 * @param target a target without a placeholder in its host
	 * @return its parts
	 */
	static TargetText of(TargetTemplate target) {
		String text = target.text();
		if (text.startsWith("/") && text.indexOf('?') < 0 && text.indexOf('#') < 0) {
			return new TargetText("", "", text, null, null);
		}
		Matcher parts = PARTS.matcher(text);
		if (!parts.matches()) {
			throw new IllegalStateException("Every target has a path, possibly empty");
		}
		boolean relative = parts.group(1) == null;
		return new TargetText(relative ? "" : parts.group(1), relative ? "" : parts.group(2), parts.group(3),
				parts.group(4), parts.group(5));
	}

	boolean isRelative() {
		return this.scheme.isEmpty();
	}

	/**
	 * The port that is asked for.
	 * @return the port; -1 if it depends on the request
	 */
	int port() {
		Matcher port = PORT.matcher(this.authority);
		if (port.matches()) {
			return Integer.parseInt(port.group(1));
		}
		return this.scheme.equalsIgnoreCase("https") ? 443 : this.scheme.equalsIgnoreCase("http") ? 80 : -1;
	}

	/** Whether a visitor is sent to the same URL, apart from the fragment. */
	boolean sameUrl(TargetText other) {
		return withoutFragment().equals(other.withoutFragment());
	}

	TargetText withoutFragment() {
		return new TargetText(this.scheme, this.authority, this.path, this.query, null);
	}

	@Override
	public String toString() {
		return (isRelative() ? "" : this.scheme + "://" + this.authority) + this.path
				+ ((this.query != null) ? "?" + this.query : "") + ((this.fragment != null) ? "#" + this.fragment : "");
	}

}
