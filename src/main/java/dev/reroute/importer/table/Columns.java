package dev.reroute.importer.table;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.reroute.importer.CsvRows;
import org.jspecify.annotations.Nullable;

/**
 * Which column holds what.
 *
 * @param from index of the old URL
 * @param to index of the new URL
 * @param status index of the status; -1 for none
 * @param note index of a remark; -1 for none
 * @param unknown the name of a column that is nothing of this, or {@code null}
 */
record Columns(int from, int to, int status, int note, @Nullable String unknown) {

	/** Without a header: old, new, status. */
	static final Columns BY_POSITION = new Columns(0, 1, 2, -1, null);

	private static final Set<String> FROM = Set.of("from", "fromurl", "frompath", "source", "sourceurl", "sourcepath",
			"old", "oldurl", "oldpath", "oldaddress", "request", "requesturl", "redirectfrom");

	private static final Set<String> TO = Set.of("to", "tourl", "topath", "target", "targeturl", "targetpath",
			"destination", "destinationurl", "new", "newurl", "newpath", "newaddress", "redirectto");

	private static final Set<String> STATUS = Set.of("status", "statuscode", "code", "httpcode", "httpstatus",
			"httpstatuscode", "type", "redirecttype", "redirectcode");

	private static final Set<String> NOTE = Set.of("note", "notes", "comment", "comments", "remark", "remarks");

	/**
	 * Read a header.
	 * @param row the first row
	 * @return the columns, or {@code null} if the row is no header
	 */
	static @Nullable Columns ofHeader(CsvRows.Row row) {
		List<String> names = row.cells().stream().map(Columns::normalized).toList();
		int from = indexOf(names, FROM);
		int to = indexOf(names, TO);
		if (from < 0 || to < 0) {
			return null;
		}
		int status = indexOf(names, STATUS);
		int note = indexOf(names, NOTE);
		String unknown = null;
		for (int i = 0; i < names.size(); i++) {
			if (!names.get(i).isEmpty() && i != from && i != to && i != status && i != note) {
				unknown = row.cell(i);
			}
		}
		return new Columns(from, to, status, note, unknown);
	}

	private static String normalized(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
	}

	private static int indexOf(List<String> names, Set<String> words) {
		for (int i = 0; i < names.size(); i++) {
			if (words.contains(names.get(i))) {
				return i;
			}
		}
		return -1;
	}

	/**
	 * Whether a row has text in a cell that is in none of the columns.
	 * @param row the row
	 * @return whether there is more than is read
	 */
	boolean leavesOut(CsvRows.Row row) {
		for (int i = 0; i < row.cells().size(); i++) {
			boolean known = i == this.from || i == this.to || i == this.status || i == this.note;
			if (!known && !row.cell(i).isEmpty()) {
				return true;
			}
		}
		return false;
	}

}
