package dev.reroute.rule;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import dev.reroute.pattern.CaptureNames;
import dev.reroute.pattern.InvalidTextException;
import dev.reroute.pattern.PercentEncoding;
import dev.reroute.pattern.Template;

/**
 * Changes to the headers of a rewritten request. Values are one line of printable
 * characters; captured text in them is percent-encoded where it is not printable ASCII.
 *
 * @param set values by name
 * @param remove names
 */
public record HeaderEdits(Map<String, Template> set, Set<String> remove) {

	/** No changes. */
	public static final HeaderEdits NONE = new HeaderEdits(Map.of(), Set.of());

	private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,128}");

	/**
	 * Hop-by-hop (RFC 9110 section 7.6.1), framing, credentials and what proxies say of
	 * the client: a rule could smuggle requests or rights with them (security, section
	 * 7).
	 */
	private static final Set<String> DENIED = Set.of("connection", "keep-alive", "te", "trailer", "transfer-encoding",
			"upgrade", "expect", "content-length", "content-encoding", "host", "authorization", "cookie", "cookie2",
			"set-cookie", "forwarded", "via", "x-real-ip", "x-original-url", "x-rewrite-url", "x-http-method-override");

	static HeaderEdits parse(RuleDefinition.Headers headers, CaptureNames names) {
		Map<String, Template> set = new LinkedHashMap<>();
		headers.set()
			.forEach((name, value) -> set.put(checkName(name),
					Template.parse(QueryPolicyParser.bounded(value), PercentEncoding.HEADER, names)));
		Set<String> remove = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		headers.remove().forEach((name) -> remove.add(checkName(name)));
		return (set.isEmpty() && remove.isEmpty()) ? NONE : new HeaderEdits(set, remove);
	}

	private static String checkName(String name) {
		if (!TOKEN.matcher(name).matches()) {
			throw new InvalidTextException("bad-header", 0, "a header name (RFC 9110 section 5.1)",
					Problem.quoted(name));
		}
		String lower = name.toLowerCase(Locale.ROOT);
		if (DENIED.contains(lower) || lower.startsWith("x-forwarded-") || lower.startsWith("proxy-")) {
			throw new InvalidTextException("forbidden-header", 0,
					"a header that a rule may change; framing, Host, credentials and forwarding headers are not",
					Problem.quoted(name));
		}
		return name;
	}

	Map<String, String> fill(Template.Values values) {
		Map<String, String> filled = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		this.set.forEach((name, value) -> filled.put(name, value.fill(values)));
		return filled;
	}

}
