package dev.reroute.importer.apache;

import java.util.List;

import dev.reroute.importer.ImportFormat;
import dev.reroute.importer.ImportResult;
import dev.reroute.rule.RuleSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AddressPatternsTests {

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '~', textBlock = """
			^10\\. ~ 10.0.0.0/8
			^192\\.168\\. ~ 192.168.0.0/16
			^192\\.0\\.2\\. ~ 192.0.2.0/24
			^192\\.0\\.2\\.7$ ~ 192.0.2.7
			^192.0.2.7$ ~ 192.0.2.7
			^(192\\.0\\.2\\.7|192\\.0\\.2\\.8)$ ~ 192.0.2.7, 192.0.2.8
			^10\\.|^127\\. ~ 10.0.0.0/8, 127.0.0.0/8
			=192.0.2.7 ~ 192.0.2.7
			^::1$ ~ ::1
			""")
	void areAddressesAndRanges(String pattern, String ranges) {
		assertThat(String.join(", ", read(pattern).rules().get(0).when().client())).isEqualTo(ranges);
	}

	@ParameterizedTest
	@CsvSource({ "^10", "10\\.", "^192\\.0\\.2\\.7", "^10.", "^192\\.0\\.2$", "^fe80:" })
	void whatDoesNotEndAtADotIsRefused(String pattern) {
		ImportResult result = read(pattern);
		assertThat(result.rules()).isEmpty();
		assertThat(result.refused()).isEqualTo(2);
	}

	private static ImportResult read(String pattern) {
		List<String> lines = List.of("RewriteCond %{REMOTE_ADDR} " + pattern, "RewriteRule ^a$ /b [R,L]");
		return ImportFormat.APACHE.read(String.join("\n", lines), ".htaccess", RuleSettings.DEFAULT);
	}

}
