package dev.reroute.importer.netlify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.reroute.importer.InvalidDirectiveException;
import org.jspecify.annotations.Nullable;

/**
 * Parses a line of {@code _redirects}.
 *
 * <pre>
 * line      = from { pair } [ to ] [ status [ "!" ] { pair } ]
 * from, to  = path | URL        to begins with "/", "http://" or "https://"
 * pair      = name "=" value    before the target for the query, behind the status a condition
 * condition = "Country" | "Language" | "Role" | "Cookie" | "Sign" | "signed"
 * </pre>
 */
final class RedirectsLine {

	private static final Set<String> SIGNATURES = Set.of("Sign", "signed");

	private RedirectsLine() {
	}

	static NetlifyRule parse(List<String> words) throws InvalidDirectiveException {
		String from = words.get(0);
		List<String> rest = words.subList(1, words.size());
		if (rest.isEmpty()) {
			throw new InvalidDirectiveException("a source, a target and perhaps a status");
		}
		int target = 0;
		String to = null;
		if (NetlifyRule.status(rest.get(0)) == null) {
			while (target < rest.size() && !isTarget(rest.get(target))) {
				target++;
			}
			if (target == rest.size()) {
				throw new InvalidDirectiveException("a target that begins with '/', 'http://' or 'https://'");
			}
			to = rest.get(target);
		}
		List<String> behind = rest.subList((to != null) ? target + 1 : 0, rest.size());
		Map<String, String> query = pairs(rest.subList(0, target), "between source and target");
		Integer status = behind.isEmpty() ? null : status(behind.get(0));
		Map<String, String> pairs = behind.isEmpty() ? Map.of()
				: pairs(behind.subList(1, behind.size()), "behind the status");
		return rule(from, query, to, status, !behind.isEmpty() && behind.get(0).endsWith("!"), pairs);
	}

	private static NetlifyRule rule(String from, Map<String, String> query, @Nullable String to,
			@Nullable Integer status, boolean force, Map<String, String> pairs) throws InvalidDirectiveException {
		List<Map.Entry<String, List<String>>> conditions = new ArrayList<>();
		Set<String> extras = new LinkedHashSet<>();
		pairs.forEach((name, value) -> {
			if (SIGNATURES.contains(name)) {
				extras.add("signed");
			}
			else {
				conditions.add(Conditions.entry(name, value));
			}
		});
		return new NetlifyRule(from, List.copyOf(query.entrySet()), NetlifyRule.target(from, to, status), status, force,
				List.copyOf(conditions), Set.copyOf(extras));
	}

	private static boolean isTarget(String word) {
		return word.startsWith("/") || NetlifyRule.isUrl(word);
	}

	private static Integer status(String word) throws InvalidDirectiveException {
		Integer status = NetlifyRule.status(word);
		if (status == null) {
			throw new InvalidDirectiveException("a status such as 301 behind the target");
		}
		return status;
	}

	/**
	 * What stands behind a second {@code =} is lost, and the last of equal names counts.
	 */
	private static Map<String, String> pairs(List<String> words, String where) throws InvalidDirectiveException {
		Map<String, String> pairs = new LinkedHashMap<>();
		for (String word : words) {
			String[] parts = word.split("=", -1);
			if (parts.length < 2) {
				throw new InvalidDirectiveException("nothing but name=value " + where);
			}
			pairs.put(parts[0], parts[1]);
		}
		return pairs;
	}

}
