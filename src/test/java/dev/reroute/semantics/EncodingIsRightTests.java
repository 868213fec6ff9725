package dev.reroute.semantics;

import dev.reroute.engine.RuleSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.reroute.test.DecisionAssert.assertThat;
import static dev.reroute.test.RuleText.rules;
import static dev.reroute.test.TestRequest.get;

/**
 * Semantics 3: encoding is right by construction.
 */
class EncodingIsRightTests {

	@ParameterizedTest
	@CsvSource({ "/old/a%2Fb, /new/a%2Fb", "/old/a%252Fb, /new/a%252Fb", "/old/%C3%A9, /new/%C3%A9",
			"/old/a%20b, /new/a%20b", "/old/a+b, /new/a+b", "/old/a%3Bb, /new/a%3Bb", "/old/a%3Fb, /new/a%3Fb",
			"/old/a%23b, /new/a%23b", "/old/a%25b, /new/a%25b", "/old/%7Ea, /new/~a",
			"/old/%F0%9F%98%80, /new/%F0%9F%98%80", "/old/a:b@c=d&e, /new/a:b@c=d&e",
			"/old/%22%3C%3E%7B%7D, /new/%22%3C%3E%7B%7D" })
	void aCapturedSegmentMeansInTheTargetWhatItMeantInTheSource(String path, String location) {
		assertThat(rules("- { from: '/old/{x}', redirect: '/new/{x}' }"), get(path)).redirectsTo(location);
		assertThat(rules("- { from: '/old/{*x}', redirect: '/new/{*x}' }"), get(path)).redirectsTo(location);
		assertThat(rules("- { from-regex: '/old/(.*)', redirect: '/new/{1}' }"), get(path)).redirectsTo(location);
		assertThat(rules("- { from: '/old/{*x}', rewrite: '/new/{*x}' }"), get(path)).rewritesTo(location);
	}

	@ParameterizedTest
	@CsvSource({ "/old, /new", "/old/, /new/", "/old/a/b, /new/a/b", "/old/a//b/, /new/a/b/" })
	void aRestCaptureIsWrittenInTheTargetAsInTheSource(String path, String location) {
		assertThat(rules("- { from: '/old/{*rest}', redirect: '/new/{*rest}' }"), get(path)).redirectsTo(location);
		assertThat(rules("- { from: '/old/{*rest}', redirect: '/new/{rest}' }"), get(path)).redirectsTo(location);
	}

	@Test
	void aRestCaptureMayStandFirstOrInTheMiddle() {
		RuleSet rules = rules("- { from: '/old/{*rest}', redirect: '{rest}/x{rest}/y' }");
		assertThat(rules, get("/old")).redirectsTo("/x/y");
		assertThat(rules, get("/old/")).redirectsTo("/x/y");
		assertThat(rules, get("/old/a/b")).redirectsTo("/a/b/x/a/b/y");
	}

	@Test
	void aRestCaptureMayFollowAHost() {
		RuleSet rules = rules("""
				- { from: "/a/{*rest}", redirect: "https://www.example.com/{*rest}" }
				- { from: "/b/{*rest}", redirect: "https://www.example.com{*rest}" }
				- { from: "/c/**", redirect: "https://www.example.com{path}" }
				""");
		assertThat(rules, get("/a")).redirectsTo("https://www.example.com/");
		assertThat(rules, get("/a/x")).redirectsTo("https://www.example.com/x");
		assertThat(rules, get("/b")).redirectsTo("https://www.example.com/");
		assertThat(rules, get("/b/x")).redirectsTo("https://www.example.com/x");
		assertThat(rules, get("/c/x%2Fy")).redirectsTo("https://www.example.com/c/x%2Fy");
	}

	@Test
	void aCaptureIsEncodedForTheParameterOrFragmentItLandsIn() {
		RuleSet rules = rules("- { from: '/s/{x}', redirect: '/search?q={x}&lang=en#{x}' }");
		assertThat(rules, get("/s/a&b=c%23d+e")).redirectsTo("/search?q=a%26b%3Dc%23d%2Be&lang=en#a&b=c%23d+e");
		assertThat(rules, get("/s/%C3%A9%2F")).redirectsTo("/search?q=%C3%A9%2F&lang=en#%C3%A9%2F");
	}

	@Test
	void aValueThatIsNoPathStaysOneSegment() {
		RuleSet rules = rules("- { from: /go, when: { query: { to: '{to}' } }, query: drop, redirect: '/at/{to}' }");
		assertThat(rules, get("/go?to=a/b")).redirectsTo("/at/a%2Fb");
		assertThat(rules, get("/go?to=a%2Fb")).redirectsTo("/at/a%2Fb");
		assertThat(rules, get("/go?to=%0d%0aX:y")).redirectsTo("/at/%0D%0AX:y");
	}

	@Test
	void aValueThatWouldFormADotSegmentIsNotTheRules() {
		RuleSet rules = rules("- { from: /go, when: { query: { to: '{to}' } }, redirect: '/at/{to}/x' }");
		assertThat(rules, get("/go?to=..")).passes();
		assertThat(rules, get("/go?to=%2e")).passes();
		assertThat(rules, get("/go?to=..%2f..")).passes();
		assertThat(rules, get("/go?to=...")).redirectsTo("/at/.../x?to=...");
	}

	@Test
	void whatTheAuthorWroteIsEncodedOnceIfItNeedsTo() {
		assertThat(rules("- { from: /a, redirect: '/é b/%C3%A9?q=ü#ö' }"), get("/a"))
			.redirectsTo("/%C3%A9%20b/%C3%A9?q=%C3%BC#%C3%B6");
	}

	@Test
	void builtInNamesAndFunctionsAreThere() {
		RuleSet rules = rules("""
				- { from: "//shop.example.com/Up/{x}", redirect: "{scheme}://{host}/low/{x|lower}/{x|upper}?p={path}" }
				""");
		assertThat(rules, get("https://shop.example.com/Up/Äb".replace("Ä", "%C3%84")))
			.redirectsTo("https://shop.example.com/low/%C3%A4b/%C3%84B?p=/Up/%C3%84b");
	}

}
