package dev.reroute.replay.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.CsvRecord;
import org.jspecify.annotations.Nullable;

/**
 * A line in the common log format of NCSA httpd, in the combined one, or in one that has
 * more columns behind.
 *
 * <pre>
 * line   = [ vhost SP ] client SP ident SP user SP time SP request SP status [ SP length [ SP more ] ]
 * time   = "[" text "]"                       ; may hold spaces
 * more   = referer SP user-agent [ SP text ]  ; combined
 * request, referer, user-agent = DQUOTE text DQUOTE   ; a quote in the text: \" or \x22
 * </pre>
 *
 * Columns are told apart as in a table with spaces between quoted cells. A user may hold
 * spaces, so the time is looked for.
 */
final class CommonLine implements LineFormat {

	private static final CsvReaderBuilder TABLE = CsvReader.builder().fieldSeparator(' ').allowUnclosedQuote(false);

	private static final String NONE = "-";

	@Override
	public LoggedRequest parse(String line) throws UnreadableLineException {
		List<String> cells = cells(withoutEscapedQuotes(line));
		int request = requestIn(cells);
		RequestLine asked = RequestLine.of(RequestLine.unescape(cells.get(request)));
		boolean combined = cells.size() > request + 4;
		int client = hasVirtualHost(cells) ? 1 : 0;
		return new LoggedRequest(asked.method(), asked.target(), Integer.parseInt(cells.get(request + 1)),
				(client > 0) ? cells.get(0) : null, null, cells.get(client),
				combined ? text(cells.get(request + 4)) : null, combined ? text(cells.get(request + 3)) : null);
	}

	private static List<String> cells(String line) throws UnreadableLineException {
		try (CsvReader<CsvRecord> reader = TABLE.ofCsvRecord(line)) {
			return reader.iterator().next().getFields();
		}
		catch (CsvParseException ex) {
			throw new UnreadableLineException("quotes that do not close");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Where the request stands: behind a time, and before a status.
	 */
	private static int requestIn(List<String> cells) throws UnreadableLineException {
		boolean inTime = false;
		boolean anyTime = false;
		for (int i = 1; i < cells.size(); i++) {
			inTime |= cells.get(i).startsWith("[");
			if (inTime && cells.get(i).endsWith("]")) {
				inTime = false;
				anyTime = true;
				if (i + 2 < cells.size() && isStatus(cells.get(i + 2))) {
					return i + 1;
				}
			}
		}
		throw new UnreadableLineException(
				anyTime ? "no request and status behind the time" : "no time in brackets behind the client");
	}

	private static boolean isStatus(String cell) {
		return cell.length() == 3 && cell.chars().allMatch((c) -> c >= '0' && c <= '9');
	}

	/** Of four cells before the time, the first is the host if the third is the ident. */
	private static boolean hasVirtualHost(List<String> cells) {
		return !cells.get(1).equals(NONE) && cells.get(2).equals(NONE);
	}

	private static @Nullable String text(String cell) {
		return cell.equals(NONE) ? null : RequestLine.unescape(cell);
	}

	/** A table doubles a quote in a cell, a log has it behind a backslash. */
	private static String withoutEscapedQuotes(String line) {
		if (!line.contains("\\\"")) {
			return line;
		}
		StringBuilder text = new StringBuilder(line.length() + 16);
		for (int i = 0; i < line.length(); i++) {
			char c = line.charAt(i);
			text.append(c);
			if (c == '\\' && i + 1 < line.length()) {
				char escaped = line.charAt(++i);
				text.append((escaped == '"') ? "x22" : Character.toString(escaped));
			}
		}
		return text.toString();
	}

}
