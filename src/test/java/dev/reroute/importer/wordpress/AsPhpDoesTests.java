package dev.reroute.importer.wordpress;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.reroute.engine.Decision;
import dev.reroute.engine.RuleSet;
import dev.reroute.importer.ImportFormat;
import dev.reroute.importer.ImportResult;
import dev.reroute.test.Imported;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.reroute.test.TestRequest.get;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares imported regular expressions with what they do in the plugin: if one is found
 * in path and query, whatever the case, all that was found is replaced by the target.
 */
class AsPhpDoesTests {

	private static final List<String> REGEXES = List.of("^/a$", "^/a/?$", "^/a", "^/a/", "^/a/(.*)", "^/a/(.*)$",
			"^/a/(.*)/?$", "^/a(/.*)?$", "^/a(/.*)?", "^/a/([^/]+)$", "^/a/([^/]+)/?$", "^/a/([^/]+)", "^/a/(\\d+)$",
			"^/a/(\\d+)", "^/a/(\\d+)/(.*)$", "^/(.*)\\.html$", "^(.*)\\.html$", "^/a(\\?.*)?$", "^/a/?(\\?.*)?$",
			"^/a\\?id=(\\d+)$", "^/a/?\\?id=(\\d+)$", "^/a\\?id=(\\d+)&x=(.*)$", "/a/(.*)", "/a/(\\d+)$", "^/A$|^/b$",
			"^/(a|b)/(\\d*)$", "^/a/[a-z]*", ".*/b$", "(.*)\\.html", ".*?/b$", "/b$", "^/(a|b)/?(.*)$",
			"^/a/(\\d+|[a-z]+)/?$", "^/(\\w+)/(\\w+)$", "^/a/(?:b/)?(.*)$", "^/(?!b)(.*)$", "^/a/.*$");

	private static final List<String> TARGETS = List.of("/new", "/new/", "/new/$1", "/new/$1/", "/new$1", "/$1", "$1",
			"/new?x=$1", "/new/$2/$1", "https://example.com/$1", "https://example.com$1", "https://example.com/new",
			"/new/$1#top", "/new/\\1/${1}");

	private static final List<String> SEGMENTS = List.of("a", "b", "12", "7", "x.html", "A", "ab", "a.html");

	private static final List<String> QUERIES = List.of("", "", "?id=12", "?id=7&x=y", "?x=1", "?id=12&x=a/b");

	static Stream<Arguments> all() {
		return REGEXES.stream().flatMap((regex) -> TARGETS.stream().map((target) -> Arguments.of(regex, target)));
	}

	@ParameterizedTest(name = "{0} to {1}")
	@MethodSource("all")
	void aRegexIsReplacedInTheUrl(String regex, String target) {
		String export = "source,target,regex,code\n\"%s\",\"%s\",1,301\n".formatted(regex, target);
		ImportResult result = Imported.result(ImportFormat.WORDPRESS, export);
		if (!result.problems().isEmpty()) {
			return;
		}
		RuleSet rules = Imported.rules(ImportFormat.WORDPRESS, export);
		long seed = regex.hashCode() * 31L + target.hashCode();
		for (String url : urls(new Random(seed))) {
			String ours = normalized(regex, location(rules, url));
			String theirs = replaced(regex, target, url);
			if (ours == null && theirs != null && isLeftOut(url, theirs)) {
				continue;
			}
			assertThat(ours).as("%s to %s for %s (seed %d)", regex, target, url, seed)
				.isEqualTo(normalized(regex, theirs));
		}
	}

	private static List<String> urls(Random random) {
		List<String> urls = new ArrayList<>(List.of("/", "/a", "/a/", "/a?id=12", "/a/?id=12", "/a/12", "/b/a/12"));
		for (int i = 0; i < 150; i++) {
			StringBuilder url = new StringBuilder();
			for (int n = random.nextInt(4); n >= 0; n--) {
				url.append('/').append(SEGMENTS.get(random.nextInt(SEGMENTS.size())));
			}
			url.append(random.nextInt(3) == 0 ? "/" : "");
			urls.add(url.append(QUERIES.get(random.nextInt(QUERIES.size()))).toString());
		}
		return urls;
	}

	private static @Nullable String location(RuleSet rules, String url) {
		return (rules.decide(get(url)) instanceof Decision.Redirect redirect) ? redirect.target().toString() : null;
	}

	/** Where nothing is left, nothing is done. */
	private static @Nullable String replaced(String regex, String target, String url) {
		Matcher matcher = Pattern.compile(regex, Pattern.DOTALL | Pattern.CASE_INSENSITIVE).matcher(url);
		if (!matcher.find()) {
			return null;
		}
		StringBuilder replaced = new StringBuilder();
		int end = 0;
		do {
			replaced.append(url, end, matcher.start());
			Matcher reference = Pattern.compile("\\$\\{?(\\d)}?|\\\\(\\d)").matcher(target);
			int from = 0;
			while (reference.find()) {
				int group = Integer.parseInt((reference.group(1) != null) ? reference.group(1) : reference.group(2));
				replaced.append(target, from, reference.start());
				String value = (group <= matcher.groupCount()) ? matcher.group(group) : null;
				replaced.append((value != null) ? value : "");
				from = reference.end();
			}
			replaced.append(target.substring(from));
			end = matcher.end();
		}
		while (matcher.find());
		String location = replaced.append(url.substring(end)).toString();
		return (location.isEmpty() || location.equals(url)) ? null : location;
	}

	/**
	 * Runs of slashes are one here, a URL has a path, and a rest that is empty takes the
	 * slash in front of it along.
	 */
	private static @Nullable String normalized(String regex, @Nullable String location) {
		if (location == null) {
			return null;
		}
		String merged = location.replaceFirst("^(https://[^/?#]*)(?=$|[?#])", "$1/").replaceAll("(?<![:/])/{2,}", "/");
		return regex.contains("(/.*)?") ? merged.replaceFirst("(?<=[a-z0-9])/(?=$|#)", "") : merged;
	}

	/** The known differences, each of which leaves a request alone. */
	private static boolean isLeftOut(String url, String theirs) {
		boolean otherHost = theirs.matches("https://example\\.com[^/?#].*");
		return url.contains("?") || otherHost || theirs.lastIndexOf("https://") > 0;
	}

}
