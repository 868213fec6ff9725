package dev.reroute.importer.nextjs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Groups that a redirect of Vercel calls {@code $1}, {@code $2}. They are taken for
 * names.
 */
final class NumberedGroups {

	private static final Pattern GROUP = Pattern.compile("\\$([1-9])(?![0-9A-Za-z_])");

	private NumberedGroups() {
	}

	/**
	 * Whether a destination calls groups by number. With names in the source Vercel reads
	 * it in another way.
	 */
	static boolean areUsed(List<PathToken> tokens, String destination) {
		return GROUP.matcher(destination).find()
				&& tokens.stream().allMatch((token) -> !(token instanceof PathToken.Key key) || key.name().isEmpty());
	}

	static String inDestination(String destination) {
		return GROUP.matcher(destination).replaceAll(":group$1");
	}

	static List<PathToken> inSource(List<PathToken> tokens) {
		List<PathToken> named = new ArrayList<>();
		int count = 0;
		for (PathToken token : tokens) {
			boolean captures = token instanceof PathToken.Key key && !key.pattern().isEmpty();
			named.add(captures ? ((PathToken.Key) token).named("group" + ++count) : token);
		}
		return named;
	}

}
