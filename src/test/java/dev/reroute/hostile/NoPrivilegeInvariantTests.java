package dev.reroute.hostile;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

import dev.reroute.engine.Decision;
import dev.reroute.engine.RuleSet;
import dev.reroute.test.DecisionAssert;
import dev.reroute.test.RuleText;
import dev.reroute.test.TestRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Invariant 5: whatever is captured, no rewrite leads to the private folders of the
 * application or to a reserved path, however lax the one is who reads the new path.
 */
class NoPrivilegeInvariantTests {

	private static final List<String> FORBIDDEN = List.of("web-inf", "meta-inf", "actuator", "error");

	private static final List<String> TARGETS = List.of("/{x}", "/{x}/web.xml", "/{x}{x}", "/a/{x}", "/{x}INF/web.xml",
			"/{x}-inf/{x}", "/act{x}", "/{x}tuator/env", "/%2e{x}", "/a/{x|upper}", "/{x|lower}", "{path}", "/a/..{x}",
			"/;{x}", "/err{x}?{x}");

	private static final List<String> PIECES = List.of("/", "//", ".", "..", "%2e", "%2f", "%57", ";", ";x=/", "?",
			"WEB", "web", "WEB-", "-INF", "INF", "META-INF", "WEB-INF", "Web-Inf", "actuator", "ac", "tuator", "uator",
			"env", "error", "or", "x", "\u0131", "%5c", " ", "\t", "\\");

	static LongStream seeds() {
		return LongStream.rangeClosed(1, 12);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void noCaptureLeadsToAForbiddenPath(long seed) {
		HostileText hostile = new HostileText(seed);
		int rewritten = 0;
		for (int i = 0; i < 30; i++) {
			HostileRule rule = hostile.oneOf(HostileRule.ALL);
			RuleSet rules = rule.rules("rewrite: '" + hostile.oneOf(TARGETS) + "'");
			for (int j = 0; j < 60; j++) {
				StringBuilder text = new StringBuilder();
				for (int k = 1 + hostile.random().nextInt(4); k > 0; k--) {
					text.append(hostile.oneOf(PIECES));
				}
				TestRequest request = rule.request(hostile, "http://localhost", text.toString(), "");
				if (rules.decide(request) instanceof Decision.Rewrite rewrite) {
					rewritten++;
					String path = rewrite.target().path();
					assertThat(path).as("seed %d: %s", seed, request)
						.matches("/[!-~]*")
						.doesNotContain("//..", "?", "#");
					assertThat(FORBIDDEN).as("seed %d: %s becomes %s", seed, request, path)
						.doesNotContain(firstFolder(path));
				}
			}
		}
		assertThat(rewritten).as("rewrites with seed %d", seed).isGreaterThan(150);
	}

	/** Read as laxly as can be: parameters cut, decoded, then normalised. */
	private static String firstFolder(String path) {
		String decoded = URLDecoder.decode(path.replaceAll(";[^/]*", "").replace("+", "%2B"), StandardCharsets.UTF_8);
		Deque<String> folders = new ArrayDeque<>();
		for (String folder : decoded.split("[/\\\\]")) {
			if (folder.equals("..")) {
				folders.pollLast();
			}
			else if (!folder.isEmpty() && !folder.equals(".")) {
				folders.addLast(folder);
			}
		}
		return folders.isEmpty() ? "" : folders.getFirst().toLowerCase(Locale.ROOT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "WEB-INF/web.xml", "web-inf/web.xml", "%57EB-INF/web.xml", "WEB-INF%2Fweb.xml",
			"%2FWEB-INF/web.xml", "%2F%2FWEB-INF/web.xml", ";/WEB-INF/web.xml", "WEB-INF;x/web.xml",
			"META-INF/MANIFEST.MF", "actuator", "actuator/env", "actuator%2Fenv", "%2Factuator/env", "actuator;x/env",
			"error" })
	void aRestThatIsForbiddenIsNotTheRules(String rest) {
		RuleSet rules = RuleText.rules("- {from-regex: '/files/(.*)', rewrite: '/{1}'}");
		DecisionAssert.assertThat(rules, TestRequest.get("/files/" + rest)).passes();
	}

	@ParameterizedTest
	@ValueSource(strings = { "..", "../WEB-INF", "a/../../WEB-INF", "%2e%2e/WEB-INF", "..%2fWEB-INF", "..;/WEB-INF",
			".;/WEB-INF", "..%5cWEB-INF", "%2e%2e%2f", "a\\..\\b", "..%00/", "%c0%ae%c0%ae/" })
	void aPathThatClimbsIsRefusedBeforeAnyRule(String rest) {
		RuleSet rules = RuleText.rules("- {from-regex: '/files/(.*)', rewrite: '/{1}'}");
		DecisionAssert.assertThat(rules, TestRequest.get("/files/" + rest)).responds(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator", "/actuator/health", "/%61ctuator/health", "//actuator/health",
			"/actuator;x=1", "/error" })
	void noRuleIsForAReservedPath(String path) {
		RuleSet rules = RuleText
			.rules("- {from: '/**', respond: 410}\n- {from-regex: '.*', fallback: true, pass: true}");
		DecisionAssert.assertThat(rules, TestRequest.get(path)).passes(Decision.Pass.Reason.NO_RULE);
		assertThat(rules.decideFallback(TestRequest.get(path)).rule()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/admin", "/%61dmin", "//admin", "/admin;x=1", "/admin/", "/admin%2f", "/admin/x",
			"/admin%2Fx", "/./admin", "/x/../admin", "/x/%2e%2e/admin", "/x/..;/admin", "/%2e/admin",
			"/admin/%2e%2e/admin", "/admin%00", "/admin%0a", "/admin%09", "/admin\\x" })
	void aRuleThatForbidsIsNotDodged(String path) {
		RuleSet rules = RuleText.rules("- {from: '/admin/**', respond: 403}\n- {from-regex: '/admin.*', respond: 403}");
		Decision decision = rules.decide(TestRequest.get(path));
		assertThat(decision).isInstanceOf(Decision.Respond.class);
		assertThat(((Decision.Respond) decision).status()).isIn(400, 403);
	}

}
