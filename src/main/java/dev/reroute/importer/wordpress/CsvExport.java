package dev.reroute.importer.wordpress;

import java.util.List;
import java.util.Map;

import dev.reroute.importer.CsvRows;
import dev.reroute.importer.Directive;
import dev.reroute.importer.ImportLog;

/**
 * Reads the export as CSV. Its columns are known by their position. It says nothing of
 * conditions, nor of flags, which are those of a new installation: the query as it is,
 * without regard to case, and to a slash at the end. To a regular expression the last
 * makes no difference.
 */
final class CsvExport {

	private static final int TARGET = 1;

	private static final int REGEX = 2;

	private static final int CODE = 3;

	private static final int TYPE = 4;

	private static final int TITLE = 6;

	private static final int STATUS = 7;

	/** What stands for a target that depends on a condition. */
	private static final String UNKNOWN = "/unknown";

	private final ImportLog log;

	CsvExport(ImportLog log) {
		this.log = log;
	}

	void read(String text) {
		CsvRows.guess(text, ",;|", false).read(text, this.log, this::add);
	}

	private void add(CsvRows.Row row) {
		if (row.cells().stream().allMatch(String::isBlank)) {
			return;
		}
		Directive directive = this.log.directive(row.line(), String.join(",", row.cells()));
		String code = row.cell(CODE);
		if (row.cell(0).equals("source") || row.cell(TARGET).equals("target")) {
			directive.isSetting();
		}
		else if (row.cells().size() < 2 || row.cell(0).isEmpty() || !code.matches("\\d{0,3}")) {
			directive.isInvalid("source, target, regex (0 or 1), code");
		}
		else if (row.cell(0).equals(row.cell(TARGET))) {
			directive.isRefused("it leads to itself");
		}
		else if (row.cell(TARGET).equals(UNKNOWN)) {
			directive.isRefused("'/unknown' stands for a target with a condition, which only the export as JSON tells");
		}
		else {
			Translation.of(redirection(row, code.isEmpty() ? 301 : Integer.parseInt(code))).tell(directive);
		}
	}

	private static Redirection redirection(CsvRows.Row row, int code) {
		boolean regex = row.cells().size() > REGEX ? row.cell(REGEX).equals("1") : isRegexBySight(row.cell(0));
		String type = row.cell(TYPE);
		if (type.isEmpty()) {
			type = (code > 400 && code < 500) ? "error" : "url";
		}
		return new Redirection(row.line(), row.cell(0), row.cell(TITLE), row.cell(0),
				new Redirection.Flags(regex, Redirection.Flags.EXACT, true, true), "url", Map.of(), List.of(), type,
				code, row.cell(TARGET), "", !row.cell(STATUS).equals("disabled"));
	}

	private static boolean isRegexBySight(String source) {
		return source.chars().anyMatch((c) -> "()[]$^*".indexOf(c) >= 0);
	}

}
