package dev.reroute.importer.cloudflare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.reroute.importer.CsvRows;
import dev.reroute.importer.Directive;
import dev.reroute.importer.ImportLog;
import dev.reroute.importer.InvalidDirectiveException;
import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.RuleImporter;

/**
 * Reads the CSV of Cloudflare's Bulk Redirects, which has no header row. Of several that
 * match the most specific wins, so that rules are put into that order; where it makes no
 * difference, they stay in that of the rows.
 */
public final class BulkRedirectsImporter implements RuleImporter {

	@Override
	public void read(String text, ImportLog log) {
		List<Row> rows = new ArrayList<>();
		Set<String> subpaths = new HashSet<>();
		Map<String, Integer> lineOfSource = new HashMap<>();
		new CsvRows(',', false).read(text, log, (csv) -> {
			Directive directive = log.directive(csv.line(), String.join(",", csv.cells()));
			try {
				BulkRedirect redirect = parse(csv, lineOfSource);
				rows.add(new Row(directive, redirect));
				if (redirect.subpaths()) {
					subpaths.add(redirect.path());
				}
			}
			catch (InvalidDirectiveException ex) {
				directive.isInvalid(ex);
			}
			catch (NotTranslatableException ex) {
				directive.isRefused(ex);
			}
		});
		rows.sort(Comparator.comparing(Row::redirect, BulkRedirect.bySpecificity(subpaths)));
		rows.forEach(BulkRedirectsImporter::tell);
	}

	private static BulkRedirect parse(CsvRows.Row csv, Map<String, Integer> lineOfSource)
			throws InvalidDirectiveException, NotTranslatableException {
		BulkRedirect redirect = BulkRedirect.parse(csv.cells());
		Integer before = lineOfSource.putIfAbsent(redirect.source(), csv.line());
		if (before != null) {
			throw new InvalidDirectiveException("each source once; line " + before + " has this one already");
		}
		// before the rows are sorted, so that problems are told in their order
		redirect.translate();
		return redirect;
	}

	private static void tell(Row row) {
		try {
			row.directive().becomes(row.redirect().translate());
		}
		catch (NotTranslatableException ex) {
			row.directive().isRefused(ex);
		}
	}

	/**
	 * A row that can be translated.
	 *
	 * @param directive where it stands
	 * @param redirect what it says
	 */
	private record Row(Directive directive, BulkRedirect redirect) {

	}

}
