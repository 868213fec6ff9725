package dev.reroute.rule;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.reroute.pattern.InvalidTextException;
import dev.reroute.pattern.PathText;

/**
 * Paths that rules leave alone: no rule matches below them, so that {@code /**} does not
 * lock the operator out, and no rewrite leads there (security, section 5).
 */
public final class ReservedPaths {

	/** No reserved paths. */
	public static final ReservedPaths NONE = new ReservedPaths(List.of());

	private static final Pattern ENCODED_SLASHES = Pattern.compile("[/" + PathText.ENCODED_SLASH + "]+");

	/** The private folders of a servlet application (CVE-2025-55752). */
	private static final ReservedPaths PRIVATE = new ReservedPaths(List.of("/WEB-INF", "/META-INF"));

	private final List<String> prefixes;

	/**
	 * Create from prefixes.
	 * @param prefixes paths such as {@code /actuator}; each covers itself and all below
	 * it
	 * @throws InvalidTextException if one of them does not start with {@code /}
	 */
	public ReservedPaths(Collection<String> prefixes) {
		this.prefixes = prefixes.stream().map(ReservedPaths::normalize).distinct().toList();
	}

	private static String normalize(String prefix) {
		String path = PathText.decode(prefix.replaceAll("(?<=.)/+$", ""));
		if (path == null || path.equals("/")) {
			throw new InvalidTextException("bad-path", 0, "a path below '/', such as '/actuator'",
					Problem.quoted(prefix));
		}
		return path;
	}

	/**
	 * Whether a path is reserved.
	 * @param path the path text
	 * @return whether it is one of the prefixes or below one
	 */
	public boolean cover(String path) {
		for (String prefix : this.prefixes) {
			if (path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/')) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether a path that starts with a text could be reserved.
	 * @param start the start of a path text
	 * @return {@code false} if none could
	 */
	public boolean couldCover(String start) {
		return this.prefixes.stream().anyMatch((prefix) -> prefix.startsWith(start) || start.startsWith(prefix));
	}

	/**
	 * Whether a rewrite may not lead to a path; that includes the private folders of a
	 * servlet application (CVE-2025-55752).
	 * @param encodedPath the final path, encoded
	 * @return whether it may not
	 */
	boolean forbidsRewriteTo(String encodedPath) {
		String path = PathText.decode(encodedPath);
		if (path == null || cover(path)) {
			return true;
		}
		// an encoded slash counts as one: who dispatches may decode it
		String decoded = ENCODED_SLASHES.matcher(path).replaceAll("/");
		if (cover(decoded)) {
			return true;
		}
		String upper = decoded.toUpperCase(Locale.ROOT);
		return PRIVATE.cover(upper);
	}

}
