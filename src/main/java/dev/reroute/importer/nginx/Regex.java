package dev.reroute.importer.nginx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.regex.ForeignRegex;
import dev.reroute.importer.regex.ForeignSource;
import dev.reroute.importer.regex.SearchedRegex;
import dev.reroute.importer.regex.SearchedRegex.Found;
import dev.reroute.importer.regex.SearchedRegex.Known;
import dev.reroute.importer.regex.UnmatchableSourceException;
import dev.reroute.pattern.Captures;
import dev.reroute.pattern.InvalidTextException;
import dev.reroute.pattern.Limits;
import dev.reroute.pattern.MatchOptions;
import dev.reroute.pattern.SourcePattern;
import dev.reroute.pattern.TextPattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression that is searched for.
 *
 * @param foreign what it means
 * @param text as it was written
 * @param ignoreCase whether case makes no difference
 */
record Regex(ForeignRegex foreign, String text, boolean ignoreCase) {

	/** Found in every path, and its group, if there is one, finds the whole of it. */
	private static final Pattern WHOLE = Pattern
		.compile("\\^?/?|\\^?/?\\.\\*\\$?|\\^?\\.\\+\\$?|\\^?\\((/?\\.\\*|\\.\\+)\\)\\$?");

	/** Found in every path, and its group finds what is behind the first slash. */
	private static final Pattern TAIL = Pattern.compile("\\^?/\\??\\(\\.\\*\\)\\$?");

	/** A character that is repeated, or has an alternative, need not be there. */
	private static final Pattern ANCHORED = Pattern.compile("\\^([A-Za-z0-9/_-]*/)(?![?*{])(?![^|]*\\|)");

	static Regex parse(String text, boolean ignoreCase) throws NotTranslatableException {
		if (text.length() > Limits.REGEX_LENGTH) {
			throw new NotTranslatableException("its regular expression is longer than one of a rule may be");
		}
		return new Regex(ForeignRegex.parse(text), text, ignoreCase);
	}

	static Regex of(Test test) throws NotTranslatableException {
		return parse(test.text(), test.ignoreCase());
	}

	int groups() {
		return this.foreign.groups();
	}

	/** Whether it is found in every path, and its group is the path. */
	boolean findsWholePath() {
		return WHOLE.matcher(this.text).matches();
	}

	/** Whether it is found in every path, and its group is the path without its slash. */
	boolean findsTailOfPath() {
		return TAIL.matcher(this.text).matches();
	}

	/** The numbers of its named groups. */
	Map<String, Integer> names() {
		Map<String, Integer> names = new LinkedHashMap<>();
		this.foreign.groupNames().forEach((number, name) -> names.put(name, number));
		return names;
	}

	/** The source of a rule for the paths in which it is found. */
	ForeignSource source() throws NotTranslatableException {
		return this.foreign.source("", this.ignoreCase, Map.of());
	}

	/** What every path begins with in which it is found, as far as it is known. */
	String literalPrefix() throws NotTranslatableException {
		try {
			ForeignSource source = source();
			if (source.ignoreCase()) {
				return "";
			}
			return (source.isRegex() ? SourcePattern.parseRegex(source.text(), MatchOptions.STRICT)
					: SourcePattern.parse(source.text(), MatchOptions.STRICT))
				.literalPrefix();
		}
		catch (InvalidTextException | UnmatchableSourceException ex) {
			return "";
		}
	}

	/** The text behind its {@code ^}, for one that cannot be read as a whole. */
	static String anchoredText(String regex) {
		Matcher text = ANCHORED.matcher(regex);
		return text.lookingAt() ? text.group(1) : "";
	}

	/** Whether it may be found in a text that ends so. */
	boolean mayEndWith(String suffix) {
		SearchedRegex regex = SearchedRegex.of(this.foreign, this.ignoreCase);
		return regex.finds(new Known("", false, suffix)) != Found.NO;
	}

	/** Whether it is found in the empty text. */
	boolean isFoundInNothing() {
		return SearchedRegex.of(this.foreign, this.ignoreCase).mayBeFoundInNothing();
	}

	/** Texts of a condition for the values in which it is found. */
	List<String> texts(Map<Integer, String> names) throws NotTranslatableException {
		return this.foreign.texts(this.ignoreCase, names);
	}

	/**
	 * Search in a text that is known.
	 * @return what the groups found, or {@code null} if it is not found
	 */
	@Nullable Map<Integer, String> find(String value) throws NotTranslatableException {
		ForeignSource source = source();
		if (!source.isRegex()) {
			return findPattern(source, value);
		}
		for (String not : source.notPaths()) {
			if (TextPattern.parse(not).matchesPath(value, new Captures())) {
				return null;
			}
		}
		for (String path : source.paths()) {
			if (!TextPattern.parse(path).matchesPath(value, new Captures())) {
				return null;
			}
		}
		int flags = com.google.re2j.Pattern.DOTALL
				| (source.ignoreCase() ? com.google.re2j.Pattern.CASE_INSENSITIVE : 0);
		com.google.re2j.Matcher matcher = com.google.re2j.Pattern.compile(source.text(), flags).matcher(value);
		if (!matcher.matches()) {
			return null;
		}
		Map<Integer, String> found = new TreeMap<>();
		source.placeholders().forEach((number, placeholder) -> {
			String group = matcher.group(Integer.parseInt(placeholder.substring(1, placeholder.length() - 1)));
			found.put(number, (group != null) ? group : "");
		});
		return found;
	}

	private static @Nullable Map<Integer, String> findPattern(ForeignSource source, String value)
			throws NotTranslatableException {
		Captures captures = new Captures();
		try {
			MatchOptions options = new MatchOptions(source.ignoreCase(), source.ignoreTrailingSlash());
			if (!SourcePattern.parse(source.text(), options).matches(value, captures)) {
				return null;
			}
		}
		catch (InvalidTextException ex) {
			throw new NotTranslatableException("no path can match '" + source.text() + "'");
		}
		Map<Integer, String> found = new TreeMap<>();
		source.placeholders().forEach((number, placeholder) -> {
			String name = placeholder.replaceAll("[{}*]", "");
			String group = captures.get(name);
			found.put(number, (group != null) ? group : "");
		});
		return found;
	}

}
