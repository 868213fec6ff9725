package dev.reroute.flatten;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import dev.reroute.pattern.Limits;
import org.jspecify.annotations.Nullable;

/**
 * Changes CSV cell by cell; a row that does not change stays as it was written. A status
 * that has no column cannot be written.
 */
final class CsvEditor implements RuleEditor {

	private final String text;

	private final List<String> keys;

	/** Where the rows of rules start. */
	private int[] rows = new int[64];

	private int size;

	private final Edits edits = new Edits();

	CsvEditor(String text) throws IOException {
		this.text = text;
		try (CsvReader<CsvRecord> records = CsvReader.builder()
			.maxBufferSize(Limits.LINE_LENGTH)
			.extraFieldStrategy(FieldMismatchStrategy.IGNORE)
			.missingFieldStrategy(FieldMismatchStrategy.IGNORE)
			.ofCsvRecord(new StringReader(text))) {
			Iterator<CsvRecord> iterator = records.iterator();
			this.keys = iterator.next().getFields().stream().map((key) -> key.replace("\uFEFF", "").strip()).toList();
			Lines lines = new Lines(text);
			while (iterator.hasNext()) {
				if (this.size == this.rows.length) {
					this.rows = Arrays.copyOf(this.rows, this.size * 2);
				}
				this.rows[this.size++] = lines.startOf(iterator.next().getStartingLineNumber());
			}
		}
	}

	@Override
	public int size() {
		return this.size;
	}

	@Override
	public boolean canChange(int position, FlattenedRule rule) {
		int row = this.rows[position];
		return cell(row, "redirect") != null && (rule.status() == null || cell(row, "status") != null)
				&& (rule.cache() == null || cell(row, "cache") != null);
	}

	@Override
	public void change(int position, FlattenedRule rule) {
		int row = this.rows[position];
		replace(cell(row, "redirect"), rule.target());
		if (rule.status() != null) {
			replace(cell(row, "status"), Integer.toString(rule.status().code()));
		}
		if (rule.cache() != null) {
			replace(cell(row, "cache"), rule.cache());
		}
	}

	@Override
	public String text() {
		return this.edits.applyTo(this.text);
	}

	private void replace(int @Nullable [] cell, String value) {
		if (cell != null) {
			boolean quoted = cell[1] > cell[0] && this.text.charAt(cell[0]) == '"';
			this.edits.replace(cell[0], cell[1], written(value, quoted));
		}
	}

	/** As the library writes it, and in quotes if it was. */
	private static String written(String value, boolean quoted) {
		StringWriter out = new StringWriter();
		CsvWriter.CsvWriterBuilder builder = CsvWriter.builder();
		if (quoted) {
			builder.quoteStrategy(QuoteStrategies.ALWAYS);
		}
		try (CsvWriter writer = builder.build(out)) {
			writer.writeRecord(value);
		}
		catch (IOException ex) {
			throw new IllegalStateException("A string can be written to", ex);
		}
		return out.toString().stripTrailing();
	}

	/** Where a cell starts and ends; {@code null} if the row has none of this name. */
	private int @Nullable [] cell(int row, String key) {
		int column = this.keys.indexOf(key);
		int start = row;
		int end = endOfCell(start);
		while (column > 0 && end < this.text.length() && this.text.charAt(end) == ',') {
			start = end + 1;
			end = endOfCell(start);
			column--;
		}
		return (column == 0) ? new int[] { start, end } : null;
	}

	private int endOfCell(int start) {
		boolean quoted = start < this.text.length() && this.text.charAt(start) == '"';
		for (int i = quoted ? start + 1 : start; i < this.text.length(); i++) {
			char c = this.text.charAt(i);
			if (quoted && c == '"') {
				if (i + 1 < this.text.length() && this.text.charAt(i + 1) == '"') {
					i++;
				}
				else {
					quoted = false;
				}
			}
			else if (!quoted && (c == ',' || c == '\n' || c == '\r')) {
				return i;
			}
		}
		return this.text.length();
	}

	/** Finds the start of one line after the other. */
	private static final class Lines {

		private final String text;

		private int offset;

		private long line = 1;

		Lines(String text) {
			this.text = text;
		}

		int startOf(long wanted) {
			while (this.line < wanted) {
				char c = this.text.charAt(this.offset++);
				boolean pair = c == '\r' && this.offset < this.text.length() && this.text.charAt(this.offset) == '\n';
				if (c == '\n' || (c == '\r' && !pair)) {
					this.line++;
				}
			}
			return this.offset;
		}

	}

}
