package dev.reroute.importer.regex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.google.re2j.Pattern;
import dev.reroute.importer.NotTranslatableException;
import dev.reroute.pattern.InvalidTextException;
import dev.reroute.pattern.MatchOptions;
import dev.reroute.pattern.SourcePattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes a regular expression as a source: as a path pattern if that says exactly the
 * same, as one that matches the whole path otherwise.
 */
final class SourceWriter {

	private static final Node.Literal SLASH = new Node.Literal('/');

	private static final Node OPTIONAL_SLASH = new Node.Repeat(SLASH, "?");

	private static final Node ANY_TEXT = new Node.Repeat(new Node.CharacterClass("."), "*");

	/** What has a meaning of its own in a path pattern, or in a URL. */
	private static final String SPECIAL = "{}*?;#\\";

	private final String base;

	private final List<Branch> branches;

	private final Map<Integer, String> names;

	SourceWriter(String base, List<Branch> branches, Map<Integer, String> names) {
		this.base = base;
		this.branches = branches.stream().map(this::withPlainStart).toList();
		this.names = names;
	}

	/** A path always begins with a slash, so that it is not optional in {@code ^/?a}. */
	private Branch withPlainStart(Branch branch) {
		List<Node> parts = branch.parts();
		boolean optional = branch.startAnchored() && !parts.isEmpty() && parts.get(0).equals(OPTIONAL_SLASH);
		boolean alone = parts.size() > 1 && !parts.get(1).mayHoldSlash();
		if (!optional || (this.base.isEmpty() && !alone)) {
			return branch;
		}
		List<Node> plain = new ArrayList<>(parts.subList(1, parts.size()));
		if (this.base.isEmpty()) {
			plain.add(0, SLASH);
		}
		return new Branch(true, branch.endAnchored(), plain);
	}

	ForeignSource write(boolean ignoreCase, LookAround look) throws NotTranslatableException {
		String flag = ignoreCase ? "(?i)" : "";
		List<String> paths = look.wanted().stream().map((regex) -> "{:" + flag + regex + "}").toList();
		List<String> notPaths = look.unwanted().stream().map((regex) -> "{:" + flag + regex + "}").toList();
		if (this.branches.size() == 1 && this.branches.get(0).isWhole()) {
			PathWriter writer = new PathWriter();
			if (writer.write(this.branches.get(0).parts())) {
				return new ForeignSource(false, writer.text.toString(), ignoreCase, writer.ignoreTrailingSlash,
						writer.placeholders, paths, notPaths);
			}
		}
		requireMatchable();
		String quotedBase = ForeignRegex.quoted(this.base);
		Map<Integer, String> numbers = numbers();
		boolean ordered = this.branches.size() == 1 || numbers.isEmpty()
				|| this.branches.stream().allMatch(Branch::startAnchored);
		String regex = ordered
				? this.branches.stream().map((branch) -> branch.whole(quotedBase)).collect(Collectors.joining("|"))
				: leftmost();
		return new ForeignSource(true, regex, ignoreCase, false, numbers, paths, notPaths);
	}

	/** Otherwise it would be a rule that is never found, and nobody would know. */
	private void requireMatchable() throws UnmatchableSourceException {
		boolean unmatchable = this.branches.stream().map((branch) -> {
			String start = branch.startAnchored() ? this.base : "";
			return RequiredText.of(start, branch.parts());
		}).allMatch((text) -> text.indexOf(';') >= 0 || text.contains("//"));
		if (unmatchable) {
			throw new UnmatchableSourceException();
		}
	}

	/**
	 * Of several alternatives that which is found further left binds the groups, wherever
	 * it stands.
	 */
	private String leftmost() throws NotTranslatableException {
		if (!this.base.isEmpty() && this.branches.stream().anyMatch(Branch::startAnchored)) {
			throw new NotTranslatableException("of its alternatives some are anchored and some are not");
		}
		return ForeignRegex.quoted(this.base) + ".*?(?:"
				+ this.branches.stream()
					.map((branch) -> (branch.startAnchored() ? "^" : "") + new Node.Sequence(branch.parts()).regex()
							+ (branch.endAnchored() ? "$" : ""))
					.collect(Collectors.joining("|"))
				+ ").*";
	}

	/** Groups within look-around are gone, so that the others may have moved up. */
	private Map<Integer, String> numbers() {
		Map<Integer, String> placeholders = new LinkedHashMap<>();
		this.branches.forEach((branch) -> addNumbers(branch.parts(), placeholders));
		return placeholders;
	}

	private static void addNumbers(List<Node> parts, Map<Integer, String> placeholders) {
		for (Node part : parts) {
			if (part instanceof Node.Group group && group.index() > 0) {
				placeholders.put(group.index(), "{" + (placeholders.size() + 1) + "}");
			}
			addNumbers(part.children(), placeholders);
		}
	}

	/** Writes a path pattern, as far as it can. */
	private final class PathWriter {

		private final StringBuilder text = new StringBuilder(SourceWriter.this.base);

		private final Map<Integer, String> placeholders = new LinkedHashMap<>();

		private boolean ignoreTrailingSlash;

		boolean write(List<Node> parts) {
			for (int i = 0; i < parts.size(); i++) {
				Node next = (i + 1 < parts.size()) ? parts.get(i + 1) : null;
				if (!write(parts.get(i), next)) {
					return false;
				}
			}
			return isSource(this.text.toString());
		}

		private static boolean isSource(String text) {
			try {
				SourcePattern.parse(text, MatchOptions.STRICT);
				return text.startsWith("/") && !text.startsWith("//");
			}
			catch (InvalidTextException ex) {
				return false;
			}
		}

		private boolean write(Node part, @Nullable Node next) {
			if (part instanceof Node.Literal literal) {
				int c = literal.codePoint();
				this.text.append((c == '%') ? "%25" : Character.toString(c));
				return SPECIAL.indexOf(c) < 0 && c >= 0x20;
			}
			if (part.equals(OPTIONAL_SLASH) && next == null) {
				this.ignoreTrailingSlash = true;
				return this.text.length() > 1 && !endsWithSlash();
			}
			if (part instanceof Node.Group group && group.index() > 0) {
				return writeCapture(group, next == null || next.equals(SLASH) || next.equals(OPTIONAL_SLASH));
			}
			return part instanceof Node.Repeat repeat && repeat.quantifier().equals("?") && next == null
					&& repeat.body() instanceof Node.Group group && group.index() > 0 && writeRest(group);
		}

		private boolean endsWithSlash() {
			return !this.text.isEmpty() && this.text.charAt(this.text.length() - 1) == '/';
		}

		private boolean writeCapture(Node.Group group, boolean endsSegment) {
			boolean segment = endsWithSlash() && endsSegment;
			String regex = group.body().plainRegex();
			boolean some = regex.equals("[^/]+") || regex.equals("[^/]+?");
			if ((segment && some) || (!segment && regex.equals("[^/]*"))) {
				this.text.append('{').append(name(group)).append('}');
				return true;
			}
			boolean mayBeEmpty = Pattern.matches(regex, "");
			if (group.body().mayHoldSlash() || capturesWithin(group.body()) || (segment && mayBeEmpty)) {
				return false;
			}
			this.text.append('{').append(name(group)).append(':').append(regex).append('}');
			return true;
		}

		/** {@code (/.*)?} is the rest of the path. */
		private boolean writeRest(Node.Group group) {
			boolean rest = group.body().equals(new Node.Sequence(List.of(SLASH, ANY_TEXT))) && !endsWithSlash();
			if (rest) {
				String name = SourceWriter.this.names.getOrDefault(group.index(), "rest");
				this.text.append("/{*").append(name).append('}');
				this.placeholders.put(group.index(), "{*" + name + "}");
			}
			return rest;
		}

		private static boolean capturesWithin(Node node) {
			return node.children()
				.stream()
				.anyMatch((child) -> (child instanceof Node.Group group && group.index() > 0) || capturesWithin(child));
		}

		private String name(Node.Group group) {
			String letter = Character.toString('a' + this.placeholders.size());
			String name = (group.name() != null) ? group.name()
					: SourceWriter.this.names.getOrDefault(group.index(), letter);
			this.placeholders.put(group.index(), "{" + name + "}");
			return name;
		}

	}

}
