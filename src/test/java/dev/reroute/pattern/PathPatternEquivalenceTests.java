package dev.reroute.pattern;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Our path patterns match what Spring's match, and bind what they bind. Random patterns
 * and paths over a small alphabet, so that they meet often.
 */
class PathPatternEquivalenceTests {

	private static final List<String> SEGMENTS = List.of("a", "b", "ab", "*", "{x}", "{x}", "a*", "*b", "{x}b", "a{x}",
			"a{x}b", "?", "a?", "?{x}", "{x}-{y}", "*{x}*", "{x:[ab]+}", "{x:a|b}{y}", "{x:\\d{1,2}}", "a-{x:b?}",
			"**a");

	private static final List<String> PARTS = List.of("a", "b", "ab", "abb", "a-b", "b-a-b", "-", "1", "12", "123",
			"aab", "%61", "a%2Fb", "%C3%A9");

	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void randomPatternsAgreeWithSpring(long seed) {
		Random random = new Random(seed);
		int matches = 0;
		for (int i = 0; i < 4_000; i++) {
			String pattern = pattern(random);
			boolean ignoreCase = random.nextInt(4) == 0;
			PathPatternParser parser = new PathPatternParser();
			parser.setCaseSensitive(!ignoreCase);
			PathPattern spring = parser.parse(pattern);
			SourcePattern ours = SourcePattern.parse(pattern, new MatchOptions(ignoreCase, false));
			for (int j = 0; j < 5; j++) {
				String path = path(random);
				String context = "seed %d, pattern '%s', path '%s', ignoreCase %s".formatted(seed, pattern, path,
						ignoreCase);
				Map<String, String> actual = ours(ours, path);
				Map<String, String> expected;
				try {
					expected = spring(spring, path);
				}
				catch (IndexOutOfBoundsException ex) {
					// Spring's own fault: it asks for the parameters of a last segment
					// that is not there
					continue;
				}
				assertThat(actual).as(context).isEqualTo(expected);
				if (actual != null) {
					matches++;
					assertIndexable(ours, path, context);
				}
			}
		}
		assertThat(matches).as("matches, seed %d", seed).isGreaterThan(500);
	}

	private static void assertIndexable(SourcePattern pattern, String rawPath, String context) {
		String path = decode(rawPath);
		String indexed = pattern.options().ignoreCase() ? CaseFolding.fold(path) : path;
		assertThat(indexed).as(context).startsWith(pattern.literalPrefix()).contains(pattern.requiredLiteral());
		if (!pattern.literalPaths().isEmpty()) {
			assertThat(pattern.literalPaths()).as(context).contains(indexed);
		}
	}

	private static String pattern(Random random) {
		int length = random.nextInt(4);
		StringBuilder pattern = new StringBuilder();
		int rest = random.nextInt(6);
		if (rest == 0) {
			pattern.append(random.nextBoolean() ? "/**" : "/{*rest}");
		}
		for (int i = 0; i < length; i++) {
			String segment = SEGMENTS.get(random.nextInt(SEGMENTS.size()));
			pattern.append('/').append(segment.replace("x", "x" + i).replace("y", "y" + i));
		}
		if (rest == 1) {
			pattern.append(random.nextBoolean() ? "/**" : "/{*rest}");
		}
		else if (rest == 2) {
			pattern.append('/');
		}
		return pattern.isEmpty() ? "/" : pattern.toString();
	}

	private static String path(Random random) {
		StringBuilder path = new StringBuilder();
		int length = random.nextInt(4);
		for (int i = 0; i < length; i++) {
			String part = PARTS.get(random.nextInt(PARTS.size()));
			path.append('/').append(random.nextInt(5) == 0 ? part.replace('a', 'A') : part);
		}
		if (path.isEmpty() || random.nextInt(4) == 0) {
			path.append('/');
		}
		return path.toString();
	}

	private static @Nullable Map<String, String> spring(PathPattern pattern, String path) {
		PathPattern.PathMatchInfo info = pattern.matchAndExtract(PathContainer.parsePath(path));
		if (info == null) {
			return null;
		}
		Map<String, String> decoded = new TreeMap<>();
		// Spring decodes a rest capture to one string in which %2F is lost
		info.getUriVariables().forEach((name, value) -> decoded.put(name, value));
		return decoded;
	}

	private static @Nullable Map<String, String> ours(SourcePattern pattern, String path) {
		Captures captures = new Captures();
		if (!pattern.matches(decode(path), captures)) {
			return null;
		}
		Map<String, String> bound = new LinkedHashMap<>(captures.asMap());
		bound.replaceAll((name, value) -> value.replace("%2F", "/"));
		return new TreeMap<>(bound);
	}

	private static String decode(String rawPath) {
		String path = PathText.decode(rawPath);
		if (path == null) {
			throw new AssertionError("Malformed: " + rawPath);
		}
		return path;
	}

}
