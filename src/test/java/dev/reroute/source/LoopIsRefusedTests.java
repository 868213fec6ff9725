package dev.reroute.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.reroute.engine.Decision;
import dev.reroute.engine.MalformedPaths;
import dev.reroute.engine.UrlRequest;
import dev.reroute.rule.Problem;
import dev.reroute.rule.RuleSettings;
import dev.reroute.source.file.RuleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The real linter keeps a change away that would send visitors in a circle.
 */
class LoopIsRefusedTests {

	@TempDir
	private Path directory;

	@Test
	void aChangeThatMakesALoopIsRefusedAndTheLastGoodRulesStay() throws IOException {
		Path file = this.directory.resolve("rules.yaml");
		Files.writeString(file, "- { from: '/a/{*r}', redirect: '/b/{*r}' }");
		try (LiveRules rules = new LiveRules(List.of(new RuleFiles(file.toString())), RuleSettings.DEFAULT,
				MalformedPaths.REJECT, Linting.with(RuleCheck.LINTER, null))) {
			Files.writeString(file, """
					- { from: '/a/{*r}', redirect: '/b/{*r}' }
					- { from: '/b/{*r}', redirect: '/a/{*r}' }
					""");
			assertThat(rules.reload()).extracting(Problem::code).containsExactly("refused-finding");
			assertThat(rules.current().rules()).hasSize(1);

			Files.writeString(file, "- { from: '/a/{*r}', redirect: '/c/{*r}' }");
			assertThat(rules.reload()).isEmpty();
			assertThat(rules.current().decide(UrlRequest.get("/a/x"))).isInstanceOfSatisfying(Decision.Redirect.class,
					(redirect) -> assertThat(redirect.target()).hasToString("/c/x"));
		}
	}

}
