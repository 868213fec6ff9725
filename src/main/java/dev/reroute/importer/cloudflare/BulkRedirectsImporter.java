package dev.reroute.importer.cloudflare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.reroute.importer.Directive;
import dev.reroute.importer.ImportLog;
import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.RuleImporter;
import dev.reroute.importer.pages.InvalidLineException;

/**
 * Reads the CSV of Cloudflare's Bulk Redirects, which has no header row. Of several that
 * match the most specific wins, so that rules are put into that order; where it makes no
 * difference, they stay in that of the rows.
 */
public final class BulkRedirectsImporter implements RuleImporter {

	@Override
	public void read(String text, ImportLog log) {
		if (!log.finds("de.siegmar.fastcsv.reader.CsvReader", "de.siegmar:fastcsv", "to read CSV")) {
			return;
		}
		List<Row> rows = Csv.read(text, log);
		Set<String> subpaths = new HashSet<>();
		rows.stream().filter((row) -> row.redirect().subpaths()).forEach((row) -> subpaths.add(row.redirect().path()));
		rows.sort(Comparator.comparing(Row::redirect, BulkRedirect.bySpecificity(subpaths)));
		for (Row row : rows) {
			try {
				row.directive().becomes(row.redirect().translate());
			}
			catch (NotTranslatableException ex) {
				row.directive().isRefused(ex);
			}
		}
	}

	/**
	 * A row that can be read.
	 *
	 * @param directive where it stands
	 * @param redirect what it says
	 */
	record Row(Directive directive, BulkRedirect redirect) {

	}

	/** Keeps the library for CSV out of sight where it is not there. */
	private static final class Csv {

		private static List<Row> read(String text, ImportLog log) {
			List<Row> rows = new ArrayList<>();
			Map<String, Integer> lineOfSource = new HashMap<>();
			long line = 0;
			try {
				CsvReader<CsvRecord> records = CsvReader.builder()
					.allowUnclosedQuote(false)
					.extraFieldStrategy(FieldMismatchStrategy.IGNORE)
					.missingFieldStrategy(FieldMismatchStrategy.IGNORE)
					.ofCsvRecord(text);
				for (CsvRecord record : records) {
					line = record.getStartingLineNumber();
					Directive directive = log.directive((int) line, String.join(",", record.getFields()));
					add(record.getFields(), directive, lineOfSource, rows);
				}
			}
			catch (CsvParseException ex) {
				log.unreadable("bad-csv", (int) line + 1, "CSV", "something else (" + ex.getMessage() + ")");
			}
			return rows;
		}

		private static void add(List<String> cells, Directive directive, Map<String, Integer> lineOfSource,
				List<Row> rows) {
			try {
				BulkRedirect redirect = BulkRedirect.parse(cells);
				Integer before = lineOfSource.putIfAbsent(redirect.source(), directive.origin().line());
				if (before != null) {
					throw new InvalidLineException("each source once; line " + before + " has this one already");
				}
				// before the rows are sorted, so that problems are told in their order
				redirect.translate();
				rows.add(new Row(directive, redirect));
			}
			catch (InvalidLineException ex) {
				directive.isInvalid(ex.expected());
			}
			catch (NotTranslatableException ex) {
				directive.isRefused(ex);
			}
		}

	}

}
