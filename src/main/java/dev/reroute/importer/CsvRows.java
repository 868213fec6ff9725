package dev.reroute.importer;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.reroute.pattern.Limits;

/**
 * Reads the rows of a table of URLs, CSV (RFC 4180) or its like with another delimiter.
 * Empty lines are passed over.
 *
 * @param delimiter what stands between two cells
 * @param comments whether a line that begins with {@code #} is passed over
 */
public record CsvRows(char delimiter, boolean comments) {

	/** Lines that the delimiter is judged by. */
	private static final int SAMPLE = 100;

	/**
	 * A row.
	 *
	 * @param line the line in which it begins, from 1
	 * @param cells the cells
	 */
	public record Row(int line, List<String> cells) {

		/**
		 * The text of a cell.
		 * @param index its index, from 0
		 * @return the text without space around it; empty if there is no such cell
		 */
		public String cell(int index) {
			return (index >= 0 && index < this.cells.size()) ? this.cells.get(index).strip() : "";
		}

	}

	/**
	 * Find the delimiter of a table whose second column holds URLs.
	 * @param text the text
	 * @param delimiters those that may be, the usual one first
	 * @param comments whether a line that begins with {@code #} is passed over
	 * @return the rows
	 */
	public static CsvRows guess(String text, String delimiters, boolean comments) {
		List<String> lines = text.lines()
			.filter((line) -> !line.isBlank() && !(comments && line.startsWith("#")))
			.limit(SAMPLE)
			.toList();
		return new CsvRows(DelimiterGuess.of(lines, delimiters), comments);
	}

	/**
	 * Read the rows.
	 * @param text the text
	 * @param log is told of what cannot be read
	 * @param rows is given each row
	 */
	public void read(String text, ImportLog log, Consumer<Row> rows) {
		if (isLibraryPresent()) {
			Records.read(this, text, log, rows);
		}
		else {
			log.unreadable("missing-library", 0, "'de.siegmar:fastcsv' on the class path, to read CSV", "none");
		}
	}

	/** The library for CSV is not every user's. */
	private static boolean isLibraryPresent() {
		try {
			Class.forName("de.siegmar.fastcsv.reader.CsvReader", false, CsvRows.class.getClassLoader());
			return true;
		}
		catch (ClassNotFoundException ex) {
			return false;
		}
	}

	/** Is loaded only where the library is there. */
	private static final class Records {

		static void read(CsvRows format, String text, ImportLog log, Consumer<Row> rows) {
			int line = 0;
			try (CsvReader<CsvRecord> records = CsvReader.builder()
				.fieldSeparator(format.delimiter())
				.commentStrategy(format.comments() ? CommentStrategy.SKIP : CommentStrategy.NONE)
				.maxBufferSize(Limits.LINE_LENGTH)
				.allowUnclosedQuote(false)
				.extraFieldStrategy(FieldMismatchStrategy.IGNORE)
				.missingFieldStrategy(FieldMismatchStrategy.IGNORE)
				.ofCsvRecord(new StringReader(text))) {
				for (Iterator<CsvRecord> all = records.iterator(); all.hasNext();) {
					CsvRecord next = all.next();
					line = (int) next.getStartingLineNumber();
					rows.accept(new Row(line, next.getFields()));
				}
			}
			catch (CsvParseException | UncheckedIOException ex) {
				tell(ex, line + 1, log);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private static void tell(RuntimeException ex, int line, ImportLog log) {
			Throwable cause = (ex.getCause() != null) ? ex.getCause() : ex;
			if (String.valueOf(cause.getMessage()).contains("buffer")) {
				log.unreadable("line-too-long", line, "cells of at most " + Limits.LINE_LENGTH + " characters",
						"a longer one here or below (is a quote not closed?)");
			}
			else {
				log.unreadable("bad-csv", line, "CSV", "something else here or below (" + cause.getMessage() + ")");
			}
		}

	}

}
