package dev.reroute.semantics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import dev.reroute.engine.Decision;
import dev.reroute.engine.MalformedPaths;
import dev.reroute.rule.Problem;
import dev.reroute.source.InvalidRulesException;
import dev.reroute.source.LiveRules;
import dev.reroute.source.file.RuleFileWatcher;
import dev.reroute.source.file.RuleFiles;
import dev.reroute.test.RuleText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.reroute.test.TestRequest.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Semantics 10: change without harm.
 */
class ChangeWithoutHarmTests {

	private static final Duration INTERVAL = Duration.ofMillis(100);

	@TempDir
	private Path folder;

	private Path file;

	@BeforeEach
	void writeFirstRules() throws IOException {
		this.file = this.folder.resolve("rules.yaml");
		Files.writeString(this.file, rulesTo("/first"));
	}

	private static String rulesTo(String target) {
		return "rules: [ { from: /a, redirect: " + target + " } ]";
	}

	private static LiveRules live(RuleFiles files) {
		return new LiveRules(List.of(files), RuleText.SETTINGS, MalformedPaths.REJECT);
	}

	private static String target(LiveRules rules) {
		return ((Decision.Redirect) rules.current().decide(get("/a"))).target().toString();
	}

	@Test
	void rulesWithProblemsStopTheStartAndAllAreTold() throws IOException {
		Files.writeString(this.file, "rules: [ { from: a }, { from: /b, redirect: //x } ]");
		assertThatExceptionOfType(InvalidRulesException.class)
			.isThrownBy(() -> live(new RuleFiles(this.file.toString())))
			.satisfies((ex) -> assertThat(ex.problems()).extracting(Problem::code)
				.containsExactlyInAnyOrder("bad-pattern", "no-action", "bad-target"));
	}

	@Test
	void laterTheLastGoodSetStaysAndTheProblemsAreKept() throws IOException {
		LiveRules rules = live(new RuleFiles(this.file.toString()));
		Files.writeString(this.file, "rules: [ { from: /a } ]");
		assertThat(rules.reload()).extracting(Problem::code).containsExactly("no-action");
		assertThat(rules.problems()).hasSize(1);
		assertThat(target(rules)).isEqualTo("/first");
		Files.writeString(this.file, rulesTo("/mended"));
		assertThat(rules.reload()).isEmpty();
		assertThat(rules.problems()).isEmpty();
		assertThat(target(rules)).isEqualTo("/mended");
	}

	@Test
	void notEvenAnErrorEndsTheWatching() throws IOException {
		RuleFiles files = new RuleFiles(this.file.toString());
		LiveRules rules = live(files);
		AtomicInteger tries = new AtomicInteger();
		Runnable reload = () -> {
			if (tries.incrementAndGet() == 1) {
				files.load();
				throw new OutOfMemoryError("as a test says");
			}
			rules.reload();
		};
		try (RuleFileWatcher watcher = new RuleFileWatcher(List.of(files), INTERVAL, reload)) {
			Files.writeString(this.file, rulesTo("/too-much"));
			await().atMost(Duration.ofSeconds(30)).until(() -> tries.get() == 1);
			Files.writeString(this.file, rulesTo("/second"));
			await().atMost(Duration.ofSeconds(30)).until(() -> target(rules).equals("/second"));
			assertThat(watcher).isNotNull();
		}
	}

	@Test
	void aFileThatIsGoneKeepsTheLastGoodSet() throws IOException {
		LiveRules rules = live(new RuleFiles(this.file.toString()));
		Files.delete(this.file);
		assertThat(rules.reload()).extracting(Problem::code).containsExactly("missing-file");
		assertThat(target(rules)).isEqualTo("/first");
	}

	@Test
	void aFileThatIsWrittenToIsSwappedIn() throws IOException {
		assertSwapped(new RuleFiles(this.file.toString()), () -> Files.writeString(this.file, rulesTo("/second")));
	}

	@Test
	void aForeignFileThatIsWrittenToIsSwappedIn() throws IOException {
		Path foreign = Files.writeString(this.folder.resolve("_redirects"), "/a /first\n");
		assertSwapped(new RuleFiles("netlify:" + foreign), () -> Files.writeString(foreign, "/a /second\n"));
	}

	@Test
	void aFileThatIsReplacedByARenameIsSwappedIn() throws IOException {
		assertSwapped(new RuleFiles(this.file.toString()), () -> {
			Path other = Files.writeString(this.folder.resolve("other"), rulesTo("/second"));
			Files.move(other, this.file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		});
	}

	@Test
	void aLinkThatIsSwitchedAsKubernetesDoesIsSwappedIn() throws IOException {
		Path first = Files.createDirectory(this.folder.resolve("..2026_1"));
		Path second = Files.createDirectory(this.folder.resolve("..2026_2"));
		Files.writeString(first.resolve("mounted.yaml"), rulesTo("/first"));
		Files.writeString(second.resolve("mounted.yaml"), rulesTo("/second"));
		Path data = Files.createSymbolicLink(this.folder.resolve("..data"), first.getFileName());
		Path mounted = Files.createSymbolicLink(this.folder.resolve("mounted.yaml"), Path.of("..data/mounted.yaml"));
		assertSwapped(new RuleFiles("file:" + mounted), () -> {
			Path switched = Files.createSymbolicLink(this.folder.resolve("..data_tmp"), second.getFileName());
			Files.move(switched, data, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		});
	}

	@Test
	void aFileThatAppearsUnderAWildcardIsSwappedIn() throws IOException {
		assertSwapped(new RuleFiles("file:" + this.folder + "/*.yaml"),
				() -> Files.writeString(this.folder.resolve("a-first-by-name.yaml"), rulesTo("/second")));
	}

	private static void assertSwapped(RuleFiles files, Change change) throws IOException {
		LiveRules rules = live(files);
		try (RuleFileWatcher watcher = new RuleFileWatcher(List.of(files), INTERVAL, rules::reload)) {
			assertThat(target(rules)).isEqualTo("/first");
			change.make();
			await().atMost(Duration.ofSeconds(30)).until(() -> target(rules).equals("/second"));
			assertThat(watcher).isNotNull();
		}
	}

	@Test
	void everyRequestDuringManyChangesGetsOneOfTheTwoAnswers() throws Exception {
		LiveRules rules = live(new RuleFiles(this.file.toString()));
		AtomicBoolean done = new AtomicBoolean();
		AtomicInteger asked = new AtomicInteger();
		CompletableFuture<Void> client = CompletableFuture.runAsync(() -> {
			while (!done.get()) {
				assertThat(target(rules)).isIn("/first", "/second");
				asked.incrementAndGet();
			}
		});
		for (int i = 0; i < 50; i++) {
			Files.writeString(this.file, (i % 3 == 2) ? "rules: [ {" : rulesTo((i % 3 == 0) ? "/second" : "/first"));
			rules.reload();
		}
		done.set(true);
		client.join();
		assertThat(asked).hasPositiveValue();
	}

	@FunctionalInterface
	private interface Change {

		void make() throws IOException;

	}

}
