package dev.reroute.fidelity;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.reroute.importer.ImportFormat;
import dev.reroute.importer.ImportResult;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Real httpd and Reroute answer alike, whatever the rules. {@code -Dfidelity.seed} and
 * {@code -Dfidelity.configurations} choose others, and more. Of runs of slashes in a
 * target, Reroute makes one, and it escapes a space.
 */
class RandomApacheFidelityTests {

	@Test
	void randomConfigurationsAreAnsweredAlike() throws Exception {
		Assumptions.assumeTrue(ApacheServer.isInstalled(), "SKIPPED: Apache httpd is not installed");
		long seed = Long.getLong("fidelity.seed", 20261122L);
		int count = Integer.getInteger("fidelity.configurations", 200);
		ApacheGenerator generator = new ApacheGenerator(seed);
		List<FidelityCase> cases = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			cases.add(generator.next("random-" + i + ((i % 2 == 0) ? ".htaccess" : ".conf")));
		}
		List<String> differences = new ArrayList<>();
		int compared = 0;
		try (ApacheServer apache = ApacheServer.start(cases, Path.of("target/fidelity/apache-random"));
				RerouteServer reroute = new RerouteServer()) {
			Comparison comparison = new Comparison(ImportFormat.APACHE, apache, reroute,
					(outcome) -> outcome.replaceAll("(?<!:)/{2,}", "/").replaceAll("(?<=/\\w{0,9}) ", "%20"));
			for (FidelityCase one : cases) {
				ImportResult result = ImportFormat.APACHE.read(one.configuration(), one.name(), reroute.settings());
				// without what is refused, another answer is no wonder
				if (result.refused() == 0) {
					compared++;
					differences.addAll(comparison.differences(one).stream().limit(1).toList());
				}
			}
		}
		System.out.printf("Seed %d: %d of %d random configurations were compared%n", seed, compared, count);
		assertThat(differences).as("seed %d", seed).isEmpty();
		assertThat(compared).as("enough to say something").isGreaterThan(count / 3);
	}

}
