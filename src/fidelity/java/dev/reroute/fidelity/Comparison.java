package dev.reroute.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import dev.reroute.importer.ImportFormat;
import dev.reroute.importer.ImportResult;
import dev.reroute.rule.RuleDefinition;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks a real server and Reroute the same, and looks whether they answer alike.
 */
final class Comparison {

	private final ImportFormat format;

	private final RealServer theirs;

	private final RerouteServer ours;

	private final UnaryOperator<String> comparable;

	Comparison(ImportFormat format, RealServer theirs, RerouteServer ours) {
		this(format, theirs, ours, UnaryOperator.identity());
	}

	/**
	 * Create.
	 * @param format the format of the configurations
	 * @param theirs the real server
	 * @param ours Reroute
	 * @param comparable takes known differences out of an outcome
	 */
	Comparison(ImportFormat format, RealServer theirs, RerouteServer ours, UnaryOperator<String> comparable) {
		this.format = format;
		this.theirs = theirs;
		this.ours = ours;
		this.comparable = comparable;
	}

	/**
	 * Compare all answers, except where something could not be imported: then those of
	 * the real server are of no use.
	 * @param fidelityCase the case
	 */
	void check(FidelityCase fidelityCase) {
		ImportResult result = this.ours.read(this.format, fidelityCase);
		assertThat(result.refused()).as("%s of\n%s", result.problems(), fidelityCase.configuration())
			.isEqualTo(fidelityCase.problems());
		assertThat(differences(fidelityCase)).isEmpty();
	}

	/**
	 * Ask both all that a case asks.
	 * @param fidelityCase the case
	 * @return where they answer otherwise than the case expects
	 */
	List<String> differences(FidelityCase fidelityCase) {
		ImportResult result = this.ours.load(this.format, fidelityCase);
		List<String> differences = new ArrayList<>();
		for (FidelityCase.Exchange exchange : fidelityCase.exchanges()) {
			RawRequest request = exchange.request();
			String their = this.comparable.apply(this.theirs.ask(fidelityCase, request).outcome(request));
			String our = this.comparable.apply(this.ours.ask(request).outcome(request));
			FidelityCase.Known known = exchange.known();
			boolean expected = (known != null) ? their.equals(known.theirs()) && our.equals(known.ours())
					: their.equals(our);
			if (!expected) {
				differences.add("%s\n  theirs: %s\n  ours:   %s%s".formatted(text(request), their, our,
						(known != null) ? "\n  known:  " + known : ""));
			}
		}
		return differences.stream()
			.map((difference) -> "%s:\n%s%s\nRules:\n%s\n".formatted(fidelityCase.name(),
					fidelityCase.configuration(), difference, text(result)))
			.toList();
	}

	private static String text(ImportResult result) {
		StringBuilder text = new StringBuilder();
		for (RuleDefinition rule : result.rules()) {
			text.append("  ")
				.append((rule.from() != null) ? rule.from() : "regex " + rule.fromRegex())
				.append(" when ")
				.append(rule.when())
				.append(" redirect ")
				.append(rule.redirect())
				.append(" rewrite ")
				.append(rule.rewrite())
				.append(" respond ")
				.append(rule.respond())
				.append(" query ")
				.append(rule.query())
				.append('\n');
		}
		return text.toString();
	}

	private static String text(RawRequest request) {
		StringBuilder text = new StringBuilder(request.method() + " " + request.target());
		for (Map.Entry<String, String> header : request.headers().entrySet()) {
			text.append(" | ").append(header.getKey()).append(": ").append(header.getValue());
		}
		return text.toString();
	}

}
