package dev.reroute.importer.regex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.reroute.importer.NotTranslatableException;
import dev.reroute.pattern.CaseFolding;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of another system, which is searched for in a text:
 *
 * <pre class="code">
 * ForeignRegex.parse("^old/(\\d+)/?$").source("/", false, Map.of(1, "id"))   // from: /old/{id:\d+}
 * ForeignRegex.parse("^/(?!admin)(.*)").source("", false, Map.of())          // from-regex: /(.*), not below /admin
 * ForeignRegex.parse("android|ipad").texts(true, Map.of())                   // "*{:(?i)android}*", "*{:(?i)ipad}*"
 * </pre>
 */
public final class ForeignRegex {

	/** To all but ECMAScript the bracket that stands first is text. */
	private static final Pattern EMPTY_CLASS = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\[\\^?]");

	private final List<Branch> branches;

	private final boolean ignoreCase;

	private final int groups;

	ForeignRegex(List<Branch> branches, boolean ignoreCase, int groups) {
		this.branches = branches;
		this.ignoreCase = ignoreCase;
		this.groups = groups;
	}

	/**
	 * Parse a regular expression of PCRE, which is about octets: {@code \xc3\xa9} is
	 * {@code é}.
	 * @param regex the text
	 * @return the regular expression
	 * @throws NotTranslatableException if it is none, or has what RE2 lacks
	 */
	public static ForeignRegex parse(String regex) throws NotTranslatableException {
		return parse(regex, true);
	}

	/**
	 * Parse a regular expression of Java.
	 * @param regex the text
	 * @return the regular expression
	 * @throws NotTranslatableException if it is none, or has what RE2 lacks
	 */
	public static ForeignRegex parseJava(String regex) throws NotTranslatableException {
		return parse(regex, false);
	}

	private static ForeignRegex parse(String regex, boolean octets) throws NotTranslatableException {
		RegexParser parser = new RegexParser(regex, octets);
		Node root = parser.parse();
		Re2Check.require(root);
		boolean ignoreCase = false;
		if (root instanceof Node.Sequence all && all.parts().size() == 1
				&& all.parts().get(0) instanceof Node.Group group && group.flags().equals("i") && group.index() == 0) {
			ignoreCase = true;
			root = group.body();
		}
		List<Node> alternatives = (root instanceof Node.Alternation several) ? several.branches() : List.of(root);
		return new ForeignRegex(alternatives.stream().map(Branch::of).toList(), ignoreCase, parser.groups());
	}

	/**
	 * Parse a regular expression of ECMAScript, where a class may be empty.
	 * @param regex the text
	 * @return the regular expression
	 * @throws NotTranslatableException if it is none, or has what RE2 lacks
	 */
	public static ForeignRegex parseEcmaScript(String regex) throws NotTranslatableException {
		if (EMPTY_CLASS.matcher(regex).find()) {
			throw new NotTranslatableException("RE2 has no empty class ('[]' or '[^]')");
		}
		return parse(regex, false);
	}

	/**
	 * What must not be found where a regular expression is to be found: {@code ^www\.} of
	 * {@code ^(?!www\.)}.
	 * @param regex the text
	 * @return the regular expression that must not be found; {@code null} if it asks for
	 * anything else
	 */
	public static @Nullable String unwantedStart(String regex) {
		if (!regex.startsWith("^(?!")) {
			return null;
		}
		try {
			ForeignRegex parsed = parse(regex);
			Branch branch = parsed.branches.get(0);
			List<Node> parts = branch.parts();
			boolean all = parts.size() == 1 ? !branch.endAnchored()
					: parts.size() == 2 && parts.get(1).equals(new Node.Repeat(new Node.CharacterClass("."), "*"));
			if (all && !parsed.isAlternation() && parts.get(0) instanceof Node.Look look) {
				String unwanted = look.body().plainRegex();
				return "^" + ((look.body() instanceof Node.Sequence) ? unwanted : "(?:" + unwanted + ")");
			}
		}
		catch (NotTranslatableException ex) {
			// whoever asks for it reads it again, and tells
		}
		return null;
	}

	List<Branch> branches() {
		return this.branches;
	}

	boolean ignoresCase() {
		return this.ignoreCase;
	}

	/**
	 * How many capturing groups it has.
	 * @return the number
	 */
	public int groups() {
		return this.groups;
	}

	/**
	 * Whether it has several alternatives.
	 * @return whether a {@code |} stands outside of all groups
	 */
	public boolean isAlternation() {
		return this.branches.size() > 1;
	}

	/**
	 * The text that it begins with.
	 * @return text that all begins with in which it is found, without regard to case;
	 * possibly empty
	 */
	public String literalPrefix() {
		return (this.branches.size() == 1) ? CaseFolding.fold(this.branches.get(0).literalPrefix()) : "";
	}

	/**
	 * The names of its groups.
	 * @return names by number; none for groups without a name
	 */
	public Map<Integer, String> groupNames() {
		Map<Integer, String> names = new LinkedHashMap<>();
		this.branches.forEach((branch) -> addNames(branch.parts(), names));
		return names;
	}

	private static void addNames(List<Node> parts, Map<Integer, String> names) {
		for (Node part : parts) {
			if (part instanceof Node.Group group && group.name() != null) {
				names.put(group.index(), group.name());
			}
			addNames(part.children(), names);
		}
	}

	/**
	 * Whether it can only be found at the start of a text.
	 * @return whether each alternative begins with {@code ^}
	 */
	public boolean isStartAnchored() {
		return this.branches.stream().allMatch(Branch::startAnchored);
	}

	/**
	 * Whether it can only be found at the end of a text.
	 * @return whether each alternative ends with <code>$</code>
	 */
	public boolean isEndAnchored() {
		return this.branches.stream().allMatch(Branch::endAnchored);
	}

	/**
	 * Whether it is found in a text exactly where it is found in what stands before the
	 * first occurrence of a character, as a path stands before a query. The end of the
	 * text it may ask for at its own end.
	 * @param character the character
	 * @return whether it is for sure
	 */
	public boolean staysBefore(char character) {
		return isStartAnchored() && this.branches.stream()
			.flatMap((branch) -> branch.parts().stream())
			.noneMatch((part) -> part.mayHold(character) || holdsAnchor(List.of(part), Node.Anchor.END));
	}

	/**
	 * The source of a rule that matches the paths in which it is found.
	 * @param base what was taken from the path before it was searched, such as {@code /};
	 * empty where the whole path is searched
	 * @param ignoreCase whether it is searched for without regard to case
	 * @param names names for groups where there are better ones than letters; possibly
	 * none
	 * @return the source
	 * @throws NotTranslatableException if it has what RE2 lacks
	 */
	public ForeignSource source(String base, boolean ignoreCase, Map<Integer, String> names)
			throws NotTranslatableException {
		LookAround look = new LookAround(quoted(base));
		List<Branch> plain = new ArrayList<>();
		for (Branch each : this.branches) {
			Branch branch = (!base.isEmpty() && bindsAlike()) ? each.withSegmentStart() : each;
			plain.add((this.branches.size() == 1) ? look.without(branch) : branch);
			if (this.branches.size() > 1) {
				LookAround.requireNone(branch.parts());
			}
			if (!base.isEmpty() && holdsAnchor(branch.parts(), Node.Anchor.START)) {
				throw new NotTranslatableException("its '^' stands within a group");
			}
		}
		return new SourceWriter(base, plain, names).write(ignoreCase || this.ignoreCase, look);
	}

	/** Of several alternatives the one that is found first binds its groups. */
	private boolean bindsAlike() {
		return this.branches.size() == 1
				|| this.branches.stream().noneMatch((branch) -> bindsGroups(branch.withSegmentStart().parts()));
	}

	private static boolean bindsGroups(List<Node> parts) {
		return parts.stream()
			.anyMatch(
					(part) -> (part instanceof Node.Group group && group.index() > 0) || bindsGroups(part.children()));
	}

	/**
	 * Whether it asks for a letter in upper case.
	 * @return whether such a letter stands in it outside of classes
	 */
	public boolean holdsUpperCase() {
		return !this.ignoreCase && this.branches.stream().anyMatch((branch) -> holdsUpperCase(branch.parts()));
	}

	private static boolean holdsUpperCase(List<Node> parts) {
		return parts.stream()
			.anyMatch((part) -> (part instanceof Node.Literal letter && Character.isUpperCase(letter.codePoint()))
					|| holdsUpperCase(part.children()));
	}

	private static boolean holdsAnchor(List<Node> parts, Node.Anchor anchor) {
		return parts.stream().anyMatch((part) -> part.equals(anchor) || holdsAnchor(part.children(), anchor));
	}

	/**
	 * The texts of a condition that hold for the values in which it is found.
	 * @param ignoreCase whether it is searched for without regard to case
	 * @param names names for the groups that are used; possibly none
	 * @return alternatives
	 * @throws NotTranslatableException if it has what RE2 lacks
	 */
	public List<String> texts(boolean ignoreCase, Map<Integer, String> names) throws NotTranslatableException {
		return texts(ignoreCase || this.ignoreCase, names, "*");
	}

	/**
	 * The texts of a condition on the host.
	 * @param names names for the groups that are used; possibly none
	 * @return alternatives
	 * @throws NotTranslatableException if it has what RE2 lacks
	 */
	public List<String> hostTexts(Map<Integer, String> names) throws NotTranslatableException {
		// case makes no difference there, and '*' is not for nothing
		return texts(false, names, "{:.*}");
	}

	private List<String> texts(boolean ignoring, Map<Integer, String> names, String any)
			throws NotTranslatableException {
		for (Branch branch : this.branches) {
			LookAround.requireNone(branch.parts());
		}
		if (this.branches.size() > 1 && !names.isEmpty()) {
			throw new NotTranslatableException("a name would be bound by one of its alternatives only");
		}
		for (int number : names.keySet()) {
			if (this.branches.get(0)
				.parts()
				.stream()
				.noneMatch((part) -> part instanceof Node.Group group && group.index() == number)) {
				throw new NotTranslatableException(
						"a condition cannot bind group " + number + ", which is optional or within another group");
			}
		}
		List<String> texts = new ArrayList<>();
		for (Branch branch : this.branches) {
			texts.add(TextWriter.write(branch, ignoring, names, any));
		}
		return texts;
	}

	/**
	 * A regular expression that matches a text and no other.
	 * @param text the text
	 * @return the regular expression
	 */
	public static String quoted(String text) {
		StringBuilder regex = new StringBuilder();
		text.codePoints().forEach((c) -> regex.append(Node.Literal.quoted(c)));
		return regex.toString();
	}

}
