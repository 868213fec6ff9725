package dev.reroute.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.reroute.engine.Hop;
import dev.reroute.engine.Walk;
import dev.reroute.replay.Counted;
import dev.reroute.replay.Difference;
import dev.reroute.replay.Effect;
import dev.reroute.replay.MissingUrl;
import dev.reroute.replay.Ranking;
import dev.reroute.replay.ReplayResult;
import dev.reroute.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Prints what {@code replay} found as one table: with {@code --against} the differences,
 * otherwise all that wants a decision, one row each.
 */
final class ReplayCsv {

	private final CsvWriter table;

	private ReplayCsv(CsvWriter table) {
		this.table = table;
	}

	static void print(ReplayResult result, PrintWriter out) {
		// not closed: that would close standard output
		CsvWriter table = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
		ReplayCsv csv = new ReplayCsv(table);
		Ranking<Difference> differences = result.differences();
		if (differences != null) {
			csv.row("requests", "url", "before", "now", "before-rule", "now-rule");
			differences.top().forEach(csv::difference);
		}
		else {
			csv.row("what", "requests", "url", "rule", "target");
			result.missing().top().forEach(csv::missing);
			result.chains().top().forEach(csv::chain);
			result.firstNeverHit().forEach((rule) -> csv.row("never-hit", "0", "", named(rule), ""));
		}
		csv.flush();
	}

	private void flush() {
		try {
			this.table.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void difference(Counted<Difference> counted) {
		Difference difference = counted.what();
		Effect before = difference.before();
		Effect now = difference.now();
		boolean inFull = before.toString().equals(now.toString());
		row(Long.toString(counted.requests()), difference.url(), inFull ? before.inFull() : before.toString(),
				inFull ? now.inFull() : now.toString(), named(difference.beforeRule()), named(difference.nowRule()));
	}

	private void missing(Counted<MissingUrl> counted) {
		List<String> nearest = counted.what().nearest();
		row("missing", Long.toString(counted.requests()), counted.what().url(), "",
				nearest.isEmpty() ? "" : nearest.get(0));
	}

	private void chain(Counted<Walk> counted) {
		List<Hop> hops = counted.what().hops();
		row("chain", Long.toString(counted.requests()), hops.get(0).from().toString(), named(hops.get(0).rule()),
				hops.get(hops.size() - 1).to());
	}

	private static String named(@Nullable Rule rule) {
		return (rule != null) ? rule.toString() : "";
	}

	private void row(String... cells) {
		for (int i = 0; i < cells.length; i++) {
			cells[i] = SpreadsheetCell.of(Ink.PLAIN.text(cells[i]));
		}
		this.table.writeRecord(cells);
	}

}
