package dev.reroute.importer.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.reroute.importer.CsvRows;
import dev.reroute.importer.Directive;
import dev.reroute.importer.ImportLog;
import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.PlainUrl;
import dev.reroute.importer.RuleImporter;
import dev.reroute.rule.RedirectStatus;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table of old and new URLs.
 *
 * <pre>
 * table   = [ header ] *row                 ; "#" begins a line that is a comment
 * row     = old delimiter new [ delimiter status ]
 * old     = path [ "?" query ] | [ scheme ":" ] "//" host [ path ] [ "?" query ]
 * new     = path or URL                     ; empty where the status is an error
 * status  = 301 | 302 | 303 | 307 | 308 | 400 to 599   ; 301 where there is none
 * delimiter = tab | "," | ";"               ; the same throughout
 * </pre>
 *
 * All of it is text: {@code *} and <code>{</code> have no meaning in it.
 */
public final class TableImporter implements RuleImporter {

	private static final int DEFAULT_STATUS = 301;

	@Override
	public void read(String text, ImportLog log) {
		Reading reading = new Reading(log);
		CsvRows.guess(text, "\t,;", true).read(text, log, reading::add);
		reading.end();
	}

	/** Reads one table. */
	private static final class Reading {

		private final ImportLog log;

		private final List<Entry> entries = new ArrayList<>();

		/** {@code null} before the first row. */
		private @Nullable Columns columns;

		Reading(ImportLog log) {
			this.log = log;
		}

		void add(CsvRows.Row row) {
			if (row.cells().stream().allMatch(String::isBlank)) {
				return;
			}
			if (this.columns == null) {
				Columns header = Columns.ofHeader(row);
				this.columns = (header != null) ? header : Columns.BY_POSITION;
				if (header != null) {
					addHeader(header, row);
					return;
				}
			}
			if (this.columns.unknown() == null) {
				addEntry(row, this.columns);
			}
			else {
				directive(row).isRefused("its table has a column that is not known");
			}
		}

		private void addHeader(Columns header, CsvRows.Row row) {
			Directive directive = directive(row);
			if (header.unknown() == null) {
				directive.isSetting();
			}
			else {
				directive.isInvalid("columns for the old URL, the new URL, the status and a note, and no others");
			}
		}

		private void addEntry(CsvRows.Row row, Columns columns) {
			if (columns.leavesOut(row)) {
				directive(row).isInvalid("two or three columns: old URL, new URL, status");
				return;
			}
			String to = row.cell(columns.to());
			int status = status(row.cell(columns.status()));
			if (status < 0) {
				directive(row).isInvalid("a status such as 301 or 410");
			}
			else if (to.isEmpty() == (status < 400)) {
				directive(row).isInvalid(to.isEmpty() ? "a new URL" : "no new URL beside the status " + status);
			}
			else if (to.equals(row.cell(columns.from()))) {
				directive(row).isInvalid("a new URL that is another one");
			}
			else {
				addEntry(row, columns, to, status);
			}
		}

		private void addEntry(CsvRows.Row row, Columns columns, String to, int status) {
			try {
				PlainUrl from = PlainUrl.parse(row.cell(columns.from())).withEmptyQueryAsText();
				String note = (columns.note() < 0) ? null : row.cell(columns.note());
				this.entries.add(new Entry(row, from, to, status, note));
			}
			catch (NotTranslatableException ex) {
				directive(row).isRefused(ex);
			}
		}

		/**
		 * -1 if it is none; what a redirect cannot have is told when the rule is checked.
		 */
		private static int status(String cell) {
			if (cell.isEmpty()) {
				return DEFAULT_STATUS;
			}
			int status = cell.matches("[345]\\d\\d") ? Integer.parseInt(cell) : -1;
			return (status >= 400 || RedirectStatus.of(status).isPresent()) ? status : -1;
		}

		void end() {
			this.entries.sort(Comparator.comparingInt(Entry::specificity).reversed());
			for (int i = 0; i < this.entries.size(); i++) {
				// of a million rows each is let go as soon as it is a rule
				Entry entry = this.entries.set(i, Entry.DONE);
				Directive directive = directive(entry.row());
				directive.comment(entry.note());
				try {
					directive.becomes(entry.rule());
				}
				catch (NotTranslatableException ex) {
					directive.isRefused(ex);
				}
			}
		}

		private Directive directive(CsvRows.Row row) {
			return this.log.directive(row.line(), String.join(",", row.cells()));
		}

	}

}
