package dev.reroute.pattern;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.util.WhatWgUrl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RedirectTargetsTests {

	private final RedirectTargets targets = new RedirectTargets(
			List.of("www.example.com", "*.tenants.example", "ports.example:8443", "bücher.example", "[2001:db8::1]"));

	/** Each is a way off the host in some browser, or half of one. */
	static Stream<String> escapes() {
		return Stream.of("//evil.example", "///evil.example", "////evil.example", "//evil.example/%2e%2e",
				"/\\evil.example", "\\/evil.example", "\\\\evil.example", "/\\/evil.example", "\\/\\/evil.example",
				"/\\\\evil.example", "/%2fevil.example", "/%2Fevil.example", "/%5cevil.example", "/%5Cevil.example",
				"%2f%2fevil.example", "/./\\evil.example", "/.//evil.example", "/..//evil.example",
				"/a/..//evil.example", "/%2e//evil.example", "/%2e%2e//evil.example", "/..;//evil.example/..",
				"/../..//evil.example", "/\t/evil.example", "/\n/evil.example", "/\r/evil.example",
				"/\r\n/evil.example", "\t//evil.example", "\n//evil.example", " //evil.example", " /\\evil.example",
				" https://evil.example", "\u0000//evil.example", "\u0001//evil.example", "\u000b//evil.example",
				"\b//evil.example", "\u001f//evil.example", "\u007f//evil.example", "\u0085//evil.example",
				"\u00a0//evil.example", "\u2028//evil.example", "\u3000//evil.example", "\ufeff//evil.example",
				"\u200b//evil.example", "/%09/evil.example", "/%0a/evil.example", "/%0d%0aLocation:%20//evil.example",
				"/%00/evil.example", "\uff0f\uff0fevil.example", "/\u0000/evil.example");
	}

	static Stream<String> schemes() {
		return Stream.of("https:evil.example", "http:evil.example", "https:/evil.example", "http:\\\\evil.example",
				"https:\\\\evil.example", "https:///evil.example", "http:////evil.example", "https:\\/evil.example",
				"https:/\\evil.example", "HTTPS:evil.example", "https", "https:", "https:/", "https://", "https:///",
				"javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "java\nscript:alert(1)",
				"\tjavascript:alert(1)", " javascript:alert(1)", "\u0001javascript:alert(1)",
				"javascript://%0aalert(1)", "javascript://www.example.com/%0aalert(1)",
				"javascript:https://www.example.com", "data:text/html,x", "data:text/html;base64,eA==", "vbscript:x",
				"file:///etc/passwd", "blob:https://www.example.com/x", "about:blank",
				"view-source:https://www.example.com", "ftp://www.example.com", "ws://www.example.com",
				"mailto:a@www.example.com", "tel:1", "intent://www.example.com", "evil.example", "www.example.com",
				"evil.example/www.example.com", "?next=x", "#x", "*", "a/b", "./a", "../a", ".", "..", "", "x:y",
				"@evil", ";/evil", "0", "%", "https%3a%2f%2fwww.example.com", "ht\ttps://www.example.com");
	}

	static Stream<String> hosts() {
		return Stream.of("https://evil.example", "https://www.example.com.evil.example",
				"https://www.example.com@evil.example", "https://www.example.com:443@evil.example",
				"https://www.example.com:x@evil.example", "https://user@www.example.com",
				"https://user:pass@www.example.com", "https://@www.example.com", "https://:@www.example.com",
				"https://www.example.com%40evil.example", "https://www.example.com%2eevil.example",
				"https://www.example.com%00.evil.example", "https://www.example.com\\@evil.example",
				"https://evil.example\\@www.example.com", "https://www.example.com\\.evil.example",
				"https://evil.example\\www.example.com", "https://evil.example#@www.example.com",
				"https://evil.example?@www.example.com", "https://evil.example/@www.example.com",
				"https://[www.example.com]", "https://www.example.com[", "https://[www.example.com",
				"https://www.example.com]", "https://127.0.0.1[@www.example.com", "https://[::1]",
				"https://[2001:db8::1]evil.example", "https://[2001:db8::1", "https://2001:db8::1",
				"https://[2001:db8::1%25eth0]", "https://xwww.example.com", "https://a.www.example.com",
				"https://example.com", "https://www.example", "https://www-example.com", "https://tenants.example",
				"https://xtenants.example", "https://.tenants.example", "https://a..tenants.example",
				"https://a.tenants.example.evil.example", "https://a@b.tenants.example", "https://a/b.tenants.example",
				"https://a,b.tenants.example", "https://a b.tenants.example", "https://a%2eb.tenants.example",
				"https://-.tenants.example", "https://*.tenants.example", "https://www.example.com:8443",
				"https://www.example.com:80", "http://www.example.com:443", "https://www.example.com:",
				"https://www.example.com:0", "https://www.example.com:65979", "https://www.example.com:-443",
				"https://www.example.com:+443", "https://www.example.com:443:443", "https://www.example.com:4 43",
				"https://www.example.com:\uff14\uff14\uff13", "https://ports.example", "https://ports.example:443",
				"http://ports.example", "https://ports.example:84430", "https://www.ex\u0430mple.com",
				"https://www.example.com\u3002evil.example", "https://www.example.com\uff0eevil",
				"https://www.example.com\u2044evil", "https://www.example.com\uff03.evil", "https://www.exam\tple.com",
				"https://www.exam\nple.com", "https://www.example.com\u0000", "https://www.example.com ",
				"https:// www.example.com", "https://0x7f.1", "https://2130706433", "https://127.1",
				"https://www.example.com..", "https://..");
	}

	@ParameterizedTest
	@MethodSource({ "escapes", "schemes", "hosts" })
	void whatLeadsElsewhereIsNotAccepted(String target) {
		assertThat(this.targets.accept(target)).isEmpty();
	}

	@Test
	void nothingIsNotAccepted() {
		assertThat(this.targets.accept(null)).isEmpty();
		assertThat(this.targets.accept("/" + "a".repeat(Limits.TEXT_LENGTH))).isEmpty();
		assertThat(this.targets.accept("/" + "a".repeat(Limits.TEXT_LENGTH - 1))).isPresent();
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiterString = " -> ", quoteCharacter = '"', textBlock = """
			/ -> /
			/docs -> /docs
			/docs/ -> /docs/
			/docs?x=1&y=2 -> /docs?x=1&y=2
			/docs#top -> /docs#top
			/docs?x=1#top?a#b -> /docs?x=1#top?a%23b
			/view/?param=https://example.com -> /view/?param=https://example.com
			/view/?param=//example.com/../x -> /view/?param=//example.com/../x
			/#//evil.example -> /#//evil.example
			/path/http:2222222222 -> /path/http:2222222222
			/path//double -> /path//double
			/confirm?email=me@example.com -> /confirm?email=me@example.com
			/@me -> /@me
			/:80 -> /:80
			/;v=1/a -> /;v=1/a
			/wiki/C++ -> /wiki/C++
			/a%2Fb -> /a%2Fb
			/a%252Fb -> /a%252Fb
			/a b -> /a%20b
			/日本 -> /%E6%97%A5%E6%9C%AC
			/%E6%97%A5 -> /%E6%97%A5
			/100%25 -> /100%25
			/a"b<c> -> /a%22b%3Cc%3E
			/{x} -> /%7Bx%7D
			/.well-known/change-password -> /.well-known/change-password
			/... -> /...
			/..a/b. -> /..a/b.
			https://www.example.com -> https://www.example.com/
			https://www.example.com/ -> https://www.example.com/
			https://www.example.com/a/../b?c#d -> https://www.example.com/a/../b?c#d
			https://www.example.com?x=//evil.example -> https://www.example.com/?x=//evil.example
			https://www.example.com#.evil.example -> https://www.example.com/#.evil.example
			https://www.example.com#@evil.example/ -> https://www.example.com/#@evil.example/
			https://www.example.com//evil.example -> https://www.example.com//evil.example
			https://www.example.com/@evil.example -> https://www.example.com/@evil.example
			HTTPS://WWW.Example.COM/A -> https://www.example.com/A
			http://www.example.com/ -> http://www.example.com/
			https://www.example.com:443/ -> https://www.example.com:443/
			http://www.example.com:80/ -> http://www.example.com:80/
			https://www.example.com./ -> https://www.example.com/
			https://www。example。com/ -> https://www.example.com/
			https://a.tenants.example/ -> https://a.tenants.example/
			https://a.b.tenants.example/ -> https://a.b.tenants.example/
			https://ports.example:8443/ -> https://ports.example:8443/
			http://ports.example:8443/ -> http://ports.example:8443/
			https://bücher.example/ -> https://xn--bcher-kva.example/
			https://BÜCHER.example/ -> https://xn--bcher-kva.example/
			https://xn--bcher-kva.example/ -> https://xn--bcher-kva.example/
			https://[2001:DB8::1]/ -> https://[2001:db8::1]/
			""")
	void whatLeadsWhereItMayIsAcceptedAndEncoded(String target, String location) {
		assertThat(this.targets.accept(target)).contains(location);
	}

	@Test
	void withoutAllowedHostsOnlyPathsAreAccepted() {
		RedirectTargets none = new RedirectTargets(List.of());
		assertThat(none.accept("/docs")).contains("/docs");
		assertThat(none.accept("https://www.example.com/")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "*", "*.", "https://www.example.com", "www.example.com/", "a@b", "a b", "a..b", "a:x",
			"a:99999", "*.*.example", "[::1", "0x7f.1", "%61.example", "." })
	void anAllowedHostThatIsNoneIsRefused(String host) {
		assertThatExceptionOfType(InvalidTextException.class).isThrownBy(() -> new RedirectTargets(List.of(host)))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo("bad-host"));
	}

	static LongStream seeds() {
		return LongStream.rangeClosed(1, 8);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void whatIsAcceptedStaysOnThisHostOrAnAllowedOne(long seed) {
		List<String> pieces = Stream
			.of(escapes(), hosts(), schemes(), Stream.of("/", "a", "#", "?", "%", "@", ":", "https://www.example.com",
					"//", "\\", ".", "x.tenants.example", "é", "\ud83d"))
			.flatMap((stream) -> stream)
			.toList();
		Random random = new Random(seed);
		for (int i = 0; i < 4_000; i++) {
			String target = List.of("", "/", "https://www.example.com", "https://a.tenants.example/")
				.get(random.nextInt(4)) + pieces.get(random.nextInt(pieces.size()))
					+ pieces.get(random.nextInt(pieces.size()));
			this.targets.accept(target).ifPresent((location) -> {
				for (String base : List.of("http://asked.example", "https://asked.example")) {
					WhatWgUrl url = WhatWgUrl.resolve(location, base + "/a/b");
					assertThat(url).as("seed %d: '%s' as '%s'", seed, target, location).isNotNull();
					assertThat(url.origin()).as("seed %d: '%s' as '%s'", seed, target, location)
						.matches("\\Q" + base + "\\E|https?://(www\\.example\\.com|[a-z0-9.-]+\\.tenants\\.example)");
				}
			});
		}
	}

}
