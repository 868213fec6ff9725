package dev.reroute.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.reroute.importer.ImportFormat;
import dev.reroute.importer.ImportResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks a real server and Reroute the same, and looks whether they answer alike.
 */
final class Comparison {

	private final ImportFormat format;

	private final RealServer theirs;

	private final RerouteServer ours;

	Comparison(ImportFormat format, RealServer theirs, RerouteServer ours) {
		this.format = format;
		this.theirs = theirs;
		this.ours = ours;
	}

	/**
	 * Compare all answers, except where something could not be imported: then those of
	 * the real server are of no use.
	 * @param fidelityCase the case
	 */
	void check(FidelityCase fidelityCase) {
		ImportResult result = this.ours.load(this.format, fidelityCase);
		assertThat(result.refused()).as("problems %s of\n%s", result.problems(), fidelityCase.configuration())
			.isEqualTo(fidelityCase.problems());
		List<String> differences = new ArrayList<>();
		for (FidelityCase.Exchange exchange : fidelityCase.exchanges()) {
			RawRequest request = exchange.request();
			String their = this.theirs.ask(fidelityCase, request).outcome(request);
			String our = this.ours.ask(request).outcome(request);
			FidelityCase.Known known = exchange.known();
			boolean expected = (known != null) ? their.equals(known.theirs()) && our.equals(known.ours())
					: their.equals(our);
			if (!expected) {
				differences.add("%s\n  theirs: %s\n  ours:   %s%s".formatted(text(request), their, our,
						(known != null) ? "\n  known:  " + known : ""));
			}
		}
		assertThat(differences)
			.as("%s:\n%s\nbecame\n%s\n", fidelityCase.name(), fidelityCase.configuration(), result.rules())
			.isEmpty();
	}

	private static String text(RawRequest request) {
		StringBuilder text = new StringBuilder(request.method() + " " + request.target());
		for (Map.Entry<String, String> header : request.headers().entrySet()) {
			text.append(" | ").append(header.getKey()).append(": ").append(header.getValue());
		}
		return text.toString();
	}

}
