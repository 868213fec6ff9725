package dev.reroute.importer.nextjs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.regex.ForeignRegex;
import dev.reroute.importer.regex.ForeignSource;
import dev.reroute.importer.regex.SearchedRegex;

/**
 * One way to read a source: each of its optional parts is there or not, since a target
 * differs by that.
 *
 * @param regex what it matches, from the start of the path to its end
 * @param source the source of a rule
 * @param parameters what is bound, by name, in order
 * @param absent names that are not bound
 * @param slashIsOptional whether Next.js lets a slash stand behind it
 * @param isForAll whether there is no text in it that says what it is for
 */
record SourceVariant(SearchedRegex regex, ForeignSource source, Map<String, Parameter> parameters, Set<String> absent,
		boolean slashIsOptional, boolean isForAll) {

	/** Each optional part doubles the rules. */
	private static final int MAX_OPTIONAL = 3;

	/** Names that the rule language keeps for itself, and what to write instead. */
	private static final Map<String, String> RESERVED = Map.of("path", "subpath", "host", "hostname", "scheme",
			"protocol");

	/**
	 * The ways to read a source, that with most parts first.
	 * @param tokens the source
	 * @param rests names that a destination uses as the rest of a path only, or not at
	 * all
	 * @return the variants, in the order in which they are to be tested
	 */
	static List<SourceVariant> of(List<PathToken> tokens, Set<String> rests) throws NotTranslatableException {
		List<Choice> choices = List.of(new Choice(List.of(), Set.of()));
		int optional = 0;
		boolean open = false;
		for (int i = 0; i < tokens.size(); i++) {
			boolean last = i == tokens.size() - 1;
			if (tokens.get(i) instanceof PathToken.Key key && !(last && key.isRest() && rests.contains(key.name()))) {
				boolean doubles = key.isOptional();
				if (doubles && (open || ++optional > MAX_OPTIONAL)) {
					throw new NotTranslatableException(
							open ? "what may be several segments stands before an optional part"
									: "it has more than " + MAX_OPTIONAL + " optional parts");
				}
				choices = choices.stream().flatMap((choice) -> choice.split(key, doubles)).toList();
				open |= key.repeats() || !key.isWithoutSlash();
			}
			else {
				PathToken token = tokens.get(i);
				choices = choices.stream().map((choice) -> choice.with(token)).toList();
			}
		}
		List<SourceVariant> built = new ArrayList<>();
		for (Choice choice : choices) {
			if (choice.beginsWithinSegment()) {
				continue;
			}
			built.add(new Builder(choice.tokens()).build(choice.absent()));
		}
		return built;
	}

	/** Whether all that it could have is missing. */
	boolean isNothing() {
		return this.source.text().equals("/") && !this.absent.isEmpty();
	}

	/**
	 * What is there.
	 *
	 * @param tokens the tokens that are there
	 * @param absent the names of those that are not
	 */
	private record Choice(List<PathToken> tokens, Set<String> absent) {

		Choice with(PathToken token) {
			List<PathToken> more = new ArrayList<>(this.tokens);
			more.add(token);
			return new Choice(more, this.absent);
		}

		/** Every path begins with a slash, so that this is none. */
		boolean beginsWithinSegment() {
			return !this.tokens.isEmpty() && this.tokens.get(0) instanceof PathToken.Text text
					&& !text.text().startsWith("/");
		}

		/** That it is there comes first, as where a regular expression is matched. */
		Stream<Choice> split(PathToken.Key key, boolean doubles) {
			if (!doubles) {
				return Stream.of(with(key.present()));
			}
			Set<String> without = new HashSet<>(this.absent);
			without.add(key.name());
			return Stream.of(with(key.present()), new Choice(this.tokens, without));
		}

	}

	/** Writes a variant as a regular expression. */
	private static final class Builder {

		private final List<PathToken> tokens;

		private final StringBuilder regex = new StringBuilder("^");

		private final Map<Integer, PathToken.Key> groups = new LinkedHashMap<>();

		private final Map<Integer, String> names = new HashMap<>();

		private int count;

		Builder(List<PathToken> tokens) {
			this.tokens = tokens;
		}

		SourceVariant build(Set<String> absent) throws NotTranslatableException {
			for (int i = 0; i < this.tokens.size(); i++) {
				PathToken token = this.tokens.get(i);
				if (token instanceof PathToken.Text text) {
					this.regex.append(ForeignRegex.quoted(text.text()));
				}
				else if (token instanceof PathToken.Key key) {
					add(key, sharesSegment(i));
				}
			}
			// where all of it may be missing, the path is '/' all the same
			String whole = (this.regex.length() == 1) ? "^/$" : this.regex.append('$').toString();
			ForeignRegex parsed = ForeignRegex.parseEcmaScript(whole);
			ForeignSource source = parsed.source("", true, this.names);
			Map<String, Parameter> parameters = new LinkedHashMap<>();
			this.groups.forEach((group, key) -> {
				String placeholder = source.placeholders().get(group);
				if (!key.name().isEmpty() && placeholder != null) {
					parameters.put(key.name(), new Parameter(placeholder, kind(key)));
				}
			});
			return new SourceVariant(SearchedRegex.of(parsed, true), source, parameters, absent, endsWithoutSlash(),
					isForAll());
		}

		/**
		 * Where it may end with a slash of its own, one more would change what is
		 * captured.
		 */
		private boolean endsWithoutSlash() {
			if (this.tokens.isEmpty()) {
				return false;
			}
			PathToken last = this.tokens.get(this.tokens.size() - 1);
			if (last instanceof PathToken.Key key && key.suffix().isEmpty()) {
				return !key.isRest() && key.isWithoutSlash();
			}
			String end = (last instanceof PathToken.Text text) ? text.text() : suffixOf(last);
			return !end.endsWith("/");
		}

		private boolean isForAll() {
			return this.tokens.stream()
				.allMatch((token) -> (token instanceof PathToken.Text text) ? text.text().equals("/")
						: token instanceof PathToken.Key key && (key.prefix() + key.suffix()).matches("/*"))
					&& this.tokens.stream().anyMatch(PathToken.Key.class::isInstance);
		}

		private static Parameter.Kind kind(PathToken.Key key) {
			return key.isRest() ? Parameter.Kind.REST : key.repeats() ? Parameter.Kind.SEGMENTS : Parameter.Kind.SINGLE;
		}

		private void add(PathToken.Key key, boolean shares) {
			String prefix = ForeignRegex.quoted(key.prefix());
			String suffix = ForeignRegex.quoted(key.suffix());
			if (key.pattern().isEmpty()) {
				String group = key.repeats() ? "(?:" + prefix + suffix + ")" : prefix + suffix;
				this.regex.append(group).append(key.modifier());
				return;
			}
			this.groups.put(++this.count, key);
			this.names.put(this.count, name(key));
			// where nothing else in the segment could take the text, greed is no matter
			String pattern = (key.plain() && !shares) ? key.pattern().substring(0, key.pattern().length() - 1)
					: key.pattern();
			if (key.isRest()) {
				this.regex.append("(/.*)?");
			}
			else if (key.repeats()) {
				String some = "(?:" + pattern + ")";
				some = key.plain() ? pattern : some;
				this.regex.append(prefix).append('(').append(some);
				this.regex.append("(?:").append(suffix).append(prefix).append(some).append(")*)").append(suffix);
			}
			else {
				this.regex.append(prefix).append('(').append(pattern).append(')').append(suffix);
			}
		}

		/** Whether another key follows in the same segment. */
		private boolean sharesSegment(int index) {
			StringBuilder between = new StringBuilder(suffixOf(this.tokens.get(index)));
			for (int i = index + 1; i < this.tokens.size(); i++) {
				if (this.tokens.get(i) instanceof PathToken.Key key) {
					return (between + key.prefix()).indexOf('/') < 0;
				}
				between.append(((PathToken.Text) this.tokens.get(i)).text());
			}
			return false;
		}

		private static String suffixOf(PathToken token) {
			return (token instanceof PathToken.Key key) ? key.suffix() : "";
		}

		private String name(PathToken.Key key) {
			String base = key.isRest() ? "rest" : RESERVED.getOrDefault(key.name(), key.name());
			if (base.isEmpty() || Character.isDigit(base.charAt(0))) {
				base = "p" + this.count;
			}
			boolean taken = this.names.containsValue(base) || (!base.equals(key.name()) && isName(base));
			return taken ? base + this.count : base;
		}

		private boolean isName(String name) {
			return this.tokens.stream()
				.anyMatch((token) -> token instanceof PathToken.Key key && key.name().equals(name));
		}

	}

}
