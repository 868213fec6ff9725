package dev.reroute.actuate;

import java.util.List;
import java.util.stream.Stream;

/**
 * The id of a rule that came as segments of a path. Empty segments are lost on the way:
 * the slash at either end, and one of the two behind a scheme.
 */
final class PathId {

	private PathId() {
	}

	/**
	 * What the id may have been, the likeliest first.
	 * @param segments the segments, decoded
	 * @return the candidates
	 */
	static List<String> names(String[] segments) {
		String plain = String.join("/", segments);
		String withScheme = plain.replaceFirst("^(https?:)/", "$1//");
		return Stream.of(plain, "/" + plain, withScheme, "//" + plain)
			.distinct()
			.flatMap((name) -> Stream.of(name, name + "/"))
			.toList();
	}

}
