package dev.reroute.fidelity;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.reroute.importer.ImportFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real nginx and Reroute answer alike. The configuration and logs are below
 * {@code target/fidelity/nginx}.
 */
class NginxFidelityTests {

	private static final List<FidelityCase> CASES = all();

	private static NginxServer nginx;

	private static RerouteServer reroute;

	@BeforeAll
	static void start() throws Exception {
		Assumptions.assumeTrue(NginxServer.isInstalled(), "SKIPPED: nginx is not installed");
		nginx = NginxServer.start(CASES, Path.of("target/fidelity/nginx"));
		reroute = new RerouteServer();
	}

	@AfterAll
	static void stop() {
		if (reroute != null) {
			reroute.close();
		}
		if (nginx != null) {
			nginx.close();
		}
	}

	static List<FidelityCase> cases() {
		return CASES;
	}

	private static List<FidelityCase> all() {
		List<FidelityCase> all = new ArrayList<>(FidelityCase.allIn(Path.of("src/fidelity/resources/nginx")));
		all.addAll(RandomNginx.cases());
		return all;
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void answersAlike(FidelityCase fidelityCase) {
		new Comparison(ImportFormat.NGINX, nginx, reroute).check(fidelityCase);
	}

}
