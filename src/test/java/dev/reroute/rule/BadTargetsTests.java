package dev.reroute.rule;

import java.util.List;

import dev.reroute.test.RuleText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Targets that could leave the host, and headers that no rule may set.
 */
class BadTargetsTests {

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiterString = " | ", quoteCharacter = '"', textBlock = """
			two slashes                 | //evil.example              | bad-target
			three slashes               | ///evil.example             | bad-target
			slash and backslash         | /\\evil.example             | bad-target
			two backslashes             | \\\\evil.example            | bad-target
			encoded slash               | /%2Fevil.example            | bad-target
			encoded backslash           | /%5cevil.example            | bad-target
			scheme without slashes      | https:evil.example          | bad-target
			scheme with one slash       | https:/evil.example         | bad-target
			javascript                  | javascript:alert(1)         | bad-target
			javascript, mixed case      | JavaScript:alert(1)         | bad-target
			data                        | data:text/html,x            | bad-target
			file                        | file:///etc/passwd          | bad-target
			ftp                         | ftp://www.example.com/      | bad-target
			no slash                    | evil.example                | bad-target
			a query alone               | ?x=1                        | bad-target
			a fragment alone            | "#top"                      | bad-target
			a capture alone             | {1}                         | bad-target
			a capture as scheme         | {1}://www.example.com/      | bad-target
			capture glued to a host     | https://www.example.com{1}  | open-redirect
			capture in front of a host  | https://{1}www.example.com/ | open-redirect
			capture as a host           | https://{1}/                | open-redirect
			capture as a port           | https://h:{1}/              | open-redirect
			the host that was asked     | https://{host}/             | open-redirect
			user info                   | https://a@www.example.com/  | bad-host
			user and password           | https://a:b@www.example.com | bad-host
			user info behind a bracket  | https://127.0.0.1[@evil.example/ | bad-host
			bracket not closed          | https://[::1/               | bad-host
			bracket not opened          | https://::1]/               | bad-host
			no address in brackets      | https://[www.example.com]/  | bad-host
			broken IPv6 address         | https://[:::]/              | bad-host
			text behind the bracket     | https://[::1]evil.example/  | bad-host
			empty host                  | https:///x                  | bad-host
			backslash behind the host   | https://www.example.com\\@x | bad-target
			encoded host                | https://www%2Eexample.com/  | bad-host
			hexadecimal address         | https://0x7f.1/             | bad-host
			number as a host            | https://2130706433/         | bad-host
			octal address               | https://0177.0.0.1/         | bad-host
			port too large              | https://www.example.com:65536/ | bad-host
			port that is none           | https://www.example.com:x/  | bad-host
			space in the host           | https://www.exa mple.com/   | bad-host
			dot segments                | /a/../b                     | bad-target
			encoded dot segments        | /a/%2e%2e/b                 | bad-target
			half an encoding            | /a%2                        | bad-encoding
			overlong UTF-8              | /a%c0%af                    | bad-encoding
			encoded line break          | /a%0D%0Ab                   | bad-target
			nothing captures it         | /{nope}                     | unknown-placeholder
			a group too many            | /{2}                        | unknown-placeholder
			nothing captures, in query  | /a?x={nope}                 | unknown-placeholder
			no rest                     | /{*1}                       | bad-placeholder
			brace not closed            | /{1                         | bad-placeholder
			brace not opened            | /1}                         | bad-placeholder
			an unknown function         | /{1|reverse}                | unknown-function
			an expression               | /#{1+1}                     | bad-placeholder
			""")
	void aTargetThatCouldLeaveTheHostOrIsMalformedIsAProblem(String name, String target, String code) {
		List<Problem> problems = RuleText.problems(rule("redirect", target), RuleSettings.DEFAULT);
		assertThat(problems).as("%s", problems).extracting(Problem::code).containsExactly(code);
		assertThat(problems.get(0).origin().line()).isEqualTo(2);
		assertThat(problems.get(0).origin().column()).isEqualTo(13);
		assertThat(problems.get(0).key()).isEqualTo("redirect");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://www.example.com/", "http://www.example.com/x", "https://www.example.com/x#top" })
	void aRewriteDoesNotLeaveTheApplication(String target) {
		assertThat(RuleText.problems(rule("rewrite", target))).extracting(Problem::code).containsExactly("bad-target");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/WEB-INF/web.xml", "/web-inf/", "/META-INF/MANIFEST.MF", "/%57EB-INF/x", "/WEB%2DINF/x",
			"/actuator", "/actuator/env", "/%61ctuator/env", "/actuator%2Fenv", "/actuator;x/env", "/error",
			"/error?x" })
	void aRewriteDoesNotLeadToReservedPaths(String target) {
		assertThat(RuleText.problems(rule("rewrite", target))).extracting(Problem::code)
			.containsExactly("forbidden-target");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Connection", "keep-alive", "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer",
			"Transfer-Encoding", "Upgrade", "Content-Length", "CONTENT-ENCODING", "Host", "Authorization", "Cookie",
			"Set-Cookie", "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "x-forwarded-prefix", "X-Original-URL",
			"X-Rewrite-URL" })
	void aHeaderThatMayNotBeSetIsAProblem(String name) {
		String set = "- from: /a\n  rewrite: /b\n  request-headers: {set: {'%s': x}}\n".formatted(name);
		String remove = "- from: /a\n  rewrite: /b\n  request-headers: {remove: '%s'}\n".formatted(name);
		assertThat(RuleText.problems(set)).extracting(Problem::code).containsExactly("forbidden-header");
		assertThat(RuleText.problems(remove)).extracting(Problem::code).containsExactly("forbidden-header");
	}

	@ParameterizedTest
	@ValueSource(strings = { "X Y", "X:", "", "X(", "X\u00e9", "X\\r\\nY" })
	void aNameThatIsNoHeaderIsAProblem(String name) {
		String set = "- from: /a\n  rewrite: /b\n  request-headers: {set: {\"%s\": x}}\n".formatted(name);
		assertThat(RuleText.problems(set)).extracting(Problem::code).containsExactly("bad-header");
	}

	@Test
	void aLineBreakInAHeaderValueIsAProblem() {
		String set = "- from: /a\n  rewrite: /b\n  request-headers: {set: {X: \"a\\r\\nY: b\"}}\n";
		assertThat(RuleText.problems(set)).extracting(Problem::code).containsExactly("control-character");
	}

	private static String rule(String action, String target) {
		return "- from-regex: /(.*)\n  " + action + ": '" + target + "'\n";
	}

}
