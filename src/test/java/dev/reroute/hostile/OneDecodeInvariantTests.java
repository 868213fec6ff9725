package dev.reroute.hostile;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import dev.reroute.engine.Decision;
import dev.reroute.engine.RuleSet;
import dev.reroute.test.DecisionAssert;
import dev.reroute.test.RuleText;
import dev.reroute.test.TestRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Invariant 3: what is captured is decoded once and encoded once, for the place that it
 * lands in. Whoever decodes {@code Location} gets what the request said.
 */
class OneDecodeInvariantTests {

	static LongStream seeds() {
		return LongStream.rangeClosed(1, 12);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void aSegmentMeansWhatItMeant(long seed) {
		HostileText hostile = new HostileText(seed);
		RuleSet rules = RuleText.rules("- {from: '/p/{x}', redirect: '/q/{x}?q={x}#{x}', query: drop}");
		for (int i = 0; i < 300; i++) {
			String text = "x" + hostile.textForPath();
			TestRequest request = TestRequest.get("/p/" + hostile.encode(text, "-._~!$&'()*+,=:@"));
			if (rules.decide(request) instanceof Decision.Redirect redirect) {
				String location = redirect.target().location("");
				assertThat(segments(location)).as("seed %d: %s", seed, request).containsExactly("", "q", text);
				assertThat(decode(between(location, '?', '#'), true)).as("seed %d", seed).isEqualTo("q=" + text);
				assertThat(decode(between(location, '#', '\0'), false)).as("seed %d", seed).isEqualTo(text);
			}
			else {
				assertThat(hasDotSegment(text)).as("seed %d: dot segments in '%s'", seed, text).isTrue();
			}
		}
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void segmentsStaySegments(long seed) {
		HostileText hostile = new HostileText(seed);
		RuleSet rules = RuleText
			.rules("- {from: '/p/{*x}', redirect: '/q/{*x}'}\n- {from-regex: '/r/(.*)', redirect: '/q/{1}'}");
		for (int i = 0; i < 300; i++) {
			List<String> texts = List.of(hostile.textForPath(), hostile.textForPath(), hostile.textForPath());
			StringBuilder path = new StringBuilder(hostile.random().nextBoolean() ? "/p" : "/r");
			texts.forEach((text) -> path.append("/").append(hostile.encode(text, "-._~!$&'()*+,=:@")));
			if (texts.stream().noneMatch((text) -> text.isEmpty() || hasDotSegment(text))) {
				Decision decision = rules.decide(TestRequest.get(path.toString()));
				assertThat(decision).as("seed %d: %s", seed, path).isInstanceOf(Decision.Redirect.class);
				assertThat(segments(((Decision.Redirect) decision).target().location(""))).as("seed %d: %s", seed, path)
					.containsExactly("", "q", texts.get(0), texts.get(1), texts.get(2));
			}
		}
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void aParameterMeansWhatItMeantWhereverItLands(long seed) {
		HostileText hostile = new HostileText(seed);
		List<RuleSet> all = Stream.of("query: {u: '{x}'}", "query-string: 'u={x}'", "query-string: '{:[a-z]}={x:.*}'")
			.map((when) -> RuleText
				.rules("- {from: /p, when: {" + when + "}, redirect: '/q/{x}', query: {keep: none, set: {v: '{x}'}}}"))
			.toList();
		for (int i = 0; i < 300; i++) {
			String text = hostile.text();
			TestRequest request = TestRequest
				.get("/p?u=" + hostile.encode(text, "-._~!$'()*,:@/?").replace("%20", "+"));
			if (hostile.oneOf(all).decide(request) instanceof Decision.Redirect redirect) {
				String location = redirect.target().location("");
				assertThat(segments(location)).as("seed %d: %s", seed, request).containsExactly("", "q", text);
				assertThat(decode(between(location, '?', '\0'), true)).as("seed %d", seed).isEqualTo("v=" + text);
			}
			else {
				assertThat(hasDotSegment(text) || text.indexOf('\0') >= 0).as("seed %d: '%s' is refused", seed, text)
					.isTrue();
			}
		}
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void whatAPathConditionBindsIsWhatASourceBinds(long seed) {
		HostileText hostile = new HostileText(seed);
		RuleSet source = RuleText.rules("- {from-regex: '/p(.*)', redirect: '/q{1}?q={1}#{1}'}");
		RuleSet condition = RuleText.rules("- {from: /**, when: {path: '/p{x:.*}'}, redirect: '/q{x}?q={x}#{x}'}");
		for (int i = 0; i < 300; i++) {
			TestRequest request = TestRequest.get("/p" + hostile.encode(hostile.text(), "-._~!$&'()*+,=:@/"));
			Decision expected = source.decide(request);
			if (expected instanceof Decision.Redirect redirect) {
				DecisionAssert.assertThat(condition, request).redirectsTo(redirect.target().location(""));
			}
			else {
				assertThat(condition.decide(request)).as("seed %d: %s", seed, request).hasSameClassAs(expected);
			}
		}
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "/p/a%2Fb, /q/a%2Fb", "/p/a%252Fb, /q/a%252Fb", "/p/a%2fb, /q/a%2Fb", "/p/%C3%A9, /q/%C3%A9",
			"/p/%41, /q/A", "/p/a+b, /q/a+b", "/p/a%20b, /q/a%20b", "/p/a%3Fb, /q/a%3Fb", "/p/a%23b, /q/a%23b",
			"/p/a%3Bb, /q/a%3Bb", "/p/a;v=1, /q/a", "/p/100%25, /q/100%25", "/p/%2525, /q/%2525", "/p/C++, /q/C++",
			"/p/a:b@c, /q/a:b@c", "/p/%7Bx%7D, /q/%7Bx%7D", "/p/a&b=c, /q/a&b=c" })
	void anEncodedCharacterStaysWhatItIs(String path, String location) {
		RuleSet rules = RuleText.rules("- {from: '/p/{x}', redirect: '/q/{x}'}");
		DecisionAssert.assertThat(rules, TestRequest.get(path)).redirectsTo(location);
	}

	private static List<String> segments(String location) {
		return Arrays.stream(location.replaceFirst("[?#].*", "").split("/", -1))
			.map((segment) -> decode(segment, false))
			.toList();
	}

	/** The JDK's decoder, which knows forms only. */
	private static String decode(String text, boolean form) {
		return URLDecoder.decode(form ? text : text.replace("+", "%2B"), StandardCharsets.UTF_8);
	}

	private static String between(String text, char start, char end) {
		int from = text.indexOf(start) + 1;
		int to = (end != 0) ? text.indexOf(end, from) : text.length();
		return text.substring(from, to);
	}

	/** Whoever decodes twice, or takes a backslash for a slash, would climb. */
	private static boolean hasDotSegment(String text) {
		return Arrays.stream(text.split("[/\\\\\0]", -1)).anyMatch((part) -> part.equals(".") || part.equals(".."));
	}

}
