package dev.reroute.fidelity;

import java.nio.file.Path;
import java.util.List;

import dev.reroute.importer.ImportFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real httpd and Reroute answer alike. Configuration, documents and logs are below
 * {@code target/fidelity/apache}.
 */
class ApacheFidelityTests {

	private static final List<FidelityCase> CASES = FidelityCase.allIn(Path.of("src/fidelity/resources/apache"));

	private static ApacheServer apache;

	private static RerouteServer reroute;

	@BeforeAll
	static void start() throws Exception {
		Assumptions.assumeTrue(ApacheServer.isInstalled(), "SKIPPED: Apache httpd is not installed");
		apache = ApacheServer.start(CASES, Path.of("target/fidelity/apache"));
		reroute = new RerouteServer();
	}

	@AfterAll
	static void stop() {
		if (reroute != null) {
			reroute.close();
		}
		if (apache != null) {
			apache.close();
		}
	}

	static List<FidelityCase> cases() {
		return CASES;
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void answersAlike(FidelityCase fidelityCase) {
		new Comparison(ImportFormat.APACHE, apache, reroute).check(fidelityCase);
	}

}
