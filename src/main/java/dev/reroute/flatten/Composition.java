package dev.reroute.flatten;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.reroute.pattern.CaptureNames;
import dev.reroute.pattern.PercentEncoding;
import dev.reroute.rule.Action;
import dev.reroute.rule.QueryPolicy;
import dev.reroute.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Writes the target of a rule in the words of the first rule of a chain, which leads to
 * where that rule stands.
 */
final class Composition {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\*?([^|{}]+)(?:\\|(lower|upper))?}");

	/** What could make, or be, another slash at the start. */
	private static final Pattern LEADING = Pattern.compile("(?i)\\{|/(\\{|/|%2f|%5c)");

	private final Place place;

	/** What the next rule binds, in what the first rule binds. */
	private final Map<String, List<Part>> bound;

	private final CaptureNames own;

	/** The names of the next rule whose value is empty or begins with a slash. */
	private final Set<String> restsThere;

	private Composition(Place place, Map<String, List<Part>> bound, CaptureNames own, Set<String> restsThere) {
		this.place = place;
		this.bound = bound;
		this.own = own;
		this.restsThere = restsThere;
	}

	/**
	 * Put two redirects together.
	 * @param first the policy of the first rule
	 * @param place where it leads
	 * @param rule the rule that stands there
	 * @param next its redirect
	 * @param bound what that one binds there
	 * @param own the names that the first rule may use
	 * @return the target that leads to the same URL at once
	 * @throws CannotCompose if there is none
	 */
	static String of(QueryPolicy first, Place place, Rule rule, Action.Redirect next, Map<String, List<Part>> bound,
			CaptureNames own) throws CannotCompose {
		if (!next.target().isRelative() && next.target().fixedHost() == null) {
			throw new CannotCompose(LeftReason.HOST);
		}
		return new Composition(place, bound, own, rule.source().names().rests()).compose(first, next).toString();
	}

	private TargetText compose(QueryPolicy first, Action.Redirect next) throws CannotCompose {
		TargetText here = this.place.text();
		TargetText there = TargetText.of(next.target());
		String query = query(first, here.query(), next.query(), there.query());
		String fragment = (there.fragment() != null) ? fill(there.fragment(), PercentEncoding.FRAGMENT)
				: here.fragment();
		String path = path(there.path());
		if (!there.isRelative()) {
			boolean asked = there.scheme().equals(TargetText.ASKED) && !here.isRelative();
			return new TargetText(asked ? here.scheme() : there.scheme(), there.authority(), path, query, fragment);
		}
		if (!here.isRelative() && LEADING.matcher(path).lookingAt()) {
			// on another host the engine leaves leading slashes as they are
			throw new CannotCompose(LeftReason.CAPTURES);
		}
		return new TargetText(here.scheme(), here.authority(), path, query, fragment);
	}

	private @Nullable String query(QueryPolicy first, @Nullable String here, QueryPolicy next, @Nullable String there)
			throws CannotCompose {
		boolean firstDrops = first.keep().isEmpty() && first.set().isEmpty();
		boolean nextDrops = next.keep().isEmpty() && next.set().isEmpty();
		String written = (there != null) ? fill(there, PercentEncoding.QUERY) : null;
		if (next.equals(QueryPolicy.KEEP_ALL) && (there == null || firstDrops || first.equals(QueryPolicy.KEEP_ALL))) {
			return merge(there, written, here);
		}
		boolean sameFilter = first.equals(next) && first.set().isEmpty() && first.rename().isEmpty() && here == null;
		if ((firstDrops && nextDrops) || sameFilter) {
			return written;
		}
		throw new CannotCompose(LeftReason.QUERY);
	}

	/** The target's own parameters first, then those that come along. */
	private static @Nullable String merge(@Nullable String there, @Nullable String written, @Nullable String here)
			throws CannotCompose {
		if (there == null || written == null) {
			return (here != null && here.isEmpty()) ? null : here;
		}
		List<QueryParameters.Parameter> own = QueryParameters.of(there);
		List<QueryParameters.Parameter> more = QueryParameters.of(here);
		if (!own.stream().allMatch((one) -> one.hasPlainName())
				|| !more.stream().allMatch((one) -> one.hasPlainName())) {
			throw new CannotCompose(LeftReason.QUERY);
		}
		Set<String> names = new HashSet<>();
		own.forEach((one) -> names.add(one.name()));
		List<String> all = new ArrayList<>();
		if (!written.isEmpty()) {
			all.add(written);
		}
		more.stream().filter((one) -> !names.contains(one.name())).forEach((one) -> all.add(one.text()));
		return String.join("&", all);
	}

	/** Query and fragment: what is captured goes in as it is. */
	private String fill(String text, PercentEncoding encoding) throws CannotCompose {
		StringBuilder out = new StringBuilder();
		Matcher placeholder = PLACEHOLDER.matcher(text);
		int end = 0;
		while (placeholder.find()) {
			out.append(text, end, placeholder.start());
			List<Part> parts = valueOf(placeholder.group(1));
			if (!isWritable(parts)) {
				throw new CannotCompose(LeftReason.PLACEHOLDERS);
			}
			for (Part part : parts) {
				append(part, placeholder, encoding, out);
			}
			end = placeholder.end();
		}
		return out.append(text, end, text.length()).toString();
	}

	/** Whether no two slashes can meet, which would be one in a path only. */
	private boolean isWritable(List<Part> parts) {
		return (parts.size() == 1 && parts.get(0) instanceof Part.Text) || this.place.path().isSimple();
	}

	private String path(String text) throws CannotCompose {
		StringBuilder out = new StringBuilder();
		Matcher placeholder = PLACEHOLDER.matcher(text);
		int end = 0;
		while (placeholder.find()) {
			appendText(text.substring(end, placeholder.start()), out);
			boolean behindSlash = placeholder.start() > end && text.charAt(placeholder.start() - 1) == '/';
			appendValue(placeholder, behindSlash, out);
			end = placeholder.end();
		}
		appendText(text.substring(end), out);
		boolean startsWithRest = out.indexOf("{") == 0 && isRest(out.substring(1, out.indexOf("}")).replace("*", ""));
		return (out.indexOf("/") == 0 || startsWithRest) ? out.toString() : "/" + out;
	}

	private boolean isRest(String name) {
		return this.own.rests().contains(name);
	}

	private void appendValue(Matcher placeholder, boolean behindSlash, StringBuilder out) throws CannotCompose {
		List<Part> parts = valueOf(placeholder.group(1));
		boolean rest = placeholder.group(1).equals("path") || this.restsThere.contains(placeholder.group(1));
		boolean startsWithValue = !parts.isEmpty() && parts.get(0) instanceof Part.Value;
		if (rest && behindSlash && !startsWithValue) {
			// the value brings its own slash, or there is none
			out.setLength(out.length() - 1);
		}
		boolean first = true;
		for (Part part : parts) {
			if (part instanceof Part.Text text) {
				appendText(PercentEncoding.PATH.encode(applied(placeholder, text.text())), out);
			}
			else if (part instanceof Part.Value value) {
				boolean meets = !out.isEmpty() && out.charAt(out.length() - 1) == '/';
				if (meets && value.kind() == Part.Kind.REST && !(first && behindSlash)) {
					throw new CannotCompose(LeftReason.PLACEHOLDERS);
				}
				// a slash in front of a rest belongs to it, and is easier to read
				out.append((!first && isRest(value.name())) ? "/" : "");
				append(part, placeholder, PercentEncoding.PATH, out);
			}
			first = false;
		}
	}

	private static void appendText(String text, StringBuilder out) {
		boolean meets = !out.isEmpty() && out.charAt(out.length() - 1) == '/' && text.startsWith("/");
		out.append(text, meets ? 1 : 0, text.length());
	}

	private void append(Part part, Matcher placeholder, PercentEncoding encoding, StringBuilder out)
			throws CannotCompose {
		if (part instanceof Part.Text text) {
			out.append(encoding.encode(applied(placeholder, text.text())));
		}
		else if (part instanceof Part.Value value) {
			boolean asterisk = placeholder.group().startsWith("{*") && isRest(value.name())
					&& !value.name().equals("path");
			String function = (placeholder.group(2) != null) ? "|" + placeholder.group(2) : "";
			out.append('{').append(asterisk ? "*" : "").append(value.name()).append(function).append('}');
		}
	}

	private static String applied(Matcher placeholder, String text) {
		if (placeholder.group(2) == null) {
			return text;
		}
		return placeholder.group(2).equals("lower") ? text.toLowerCase(Locale.ROOT) : text.toUpperCase(Locale.ROOT);
	}

	private List<Part> valueOf(String name) throws CannotCompose {
		List<Part> captured = this.bound.get(name);
		if (captured != null) {
			return captured;
		}
		TargetText here = this.place.text();
		String host = this.place.host();
		return switch (name) {
			case "path" -> this.place.path().parts();
			case "host" -> List.of((host != null) ? new Part.Text(host) : new Part.Value(name, Part.Kind.PART, null));
			case "scheme" -> List.of((here.isRelative() || here.scheme().equals(TargetText.ASKED))
					? new Part.Value(name, Part.Kind.WORD, null)
					: new Part.Text(here.scheme().toLowerCase(Locale.ROOT)));
			default -> throw new CannotCompose(LeftReason.PLACEHOLDERS);
		};
	}

}
