package dev.reroute.source.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.reroute.pattern.Limits;
import dev.reroute.rule.DefinitionReader;
import dev.reroute.rule.Definitions;
import dev.reroute.rule.Origin;
import dev.reroute.rule.Problem;
import dev.reroute.rule.TextNode;
import dev.reroute.source.Progress;

/**
 * Reads CSV (RFC 4180) with a header row whose columns are keys of a rule:
 * {@code from,redirect,status}. A cell without text is a key that was left out. Rows are
 * read one by one, since there may be a million.
 */
final class CsvText {

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private final String name;

	private final DefinitionReader definitions = new DefinitionReader();

	private CsvText(String name) {
		this.name = name;
	}

	static Definitions parse(InputStream in, String name, Progress progress) throws IOException {
		CsvText csv = new CsvText(name);
		// of Latin-1, say, the first wrong octet is told, and none is replaced
		Reader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
		csv.skipByteOrderMark(reader);
		long line = 1;
		try (CsvReader<CsvRecord> records = CsvReader.builder()
			.maxBufferSize(Limits.LINE_LENGTH)
			.allowUnclosedQuote(false)
			.extraFieldStrategy(FieldMismatchStrategy.IGNORE)
			.missingFieldStrategy(FieldMismatchStrategy.IGNORE)
			.ofCsvRecord(reader)) {
			Iterator<CsvRecord> rows = records.iterator();
			if (!rows.hasNext()) {
				throw new InvalidFileException(Problem.of("empty-file", new Origin(name, 1, 0), null,
						"a header row such as 'from,redirect,status'", "an empty file"));
			}
			CsvRecord header = rows.next();
			List<String> keys = csv.keys(header);
			line = header.getStartingLineNumber();
			while (rows.hasNext()) {
				CsvRecord row = rows.next();
				line = row.getStartingLineNumber();
				csv.add(row, keys);
				progress.step();
			}
		}
		catch (CsvParseException ex) {
			throw new InvalidFileException(csv.problem(ex, line));
		}
		catch (UncheckedIOException ex) {
			throw new InvalidFileException(csv.problem(ex, line));
		}
		return csv.definitions.definitions();
	}

	/** Before the reader sees it, to which a quote behind it would be text. */
	private void skipByteOrderMark(Reader reader) throws IOException {
		try {
			reader.mark(1);
			if (reader.read() != BYTE_ORDER_MARK) {
				reader.reset();
			}
		}
		catch (CharacterCodingException ex) {
			throw new InvalidFileException(problem(ex, 0));
		}
	}

	private List<String> keys(CsvRecord header) throws InvalidFileException {
		List<String> keys = header.getFields().stream().map(String::strip).toList();
		if (keys.stream().distinct().count() < keys.size()) {
			throw new InvalidFileException(Problem.of("duplicate-key", new Origin(this.name, 1, 0), null,
					"each column once", Problem.quoted(String.join(",", keys))));
		}
		Map<String, String> unknown = DefinitionReader.unknownKeys(keys);
		if (!unknown.isEmpty()) {
			Map.Entry<String, String> first = unknown.entrySet().iterator().next();
			throw new InvalidFileException(new Problem("unknown-key", new Origin(this.name, 1, 0), null,
					"a header row whose columns are keys of a rule, such as 'from,redirect,status'",
					Problem.quoted(first.getKey()), first.getValue().isEmpty() ? null : first.getValue()));
		}
		return keys;
	}

	private void add(CsvRecord row, List<String> keys) {
		Origin origin = new Origin(this.name, (int) row.getStartingLineNumber(), 0);
		if (row.getFieldCount() > keys.size()) {
			this.definitions
				.add(Problem.of("too-many-cells", origin, null, keys.size() + " cells, as in the header row",
						row.getFieldCount() + " (text with a comma stands in quotes)"));
			return;
		}
		Map<String, TextNode> cells = new LinkedHashMap<>();
		for (int i = 0; i < row.getFieldCount(); i++) {
			String text = row.getField(i).strip();
			if (!text.isEmpty()) {
				cells.put(keys.get(i), new TextNode.Scalar(origin, text));
			}
		}
		this.definitions.add(new TextNode.Mapping(origin, cells));
	}

	private Problem problem(Throwable ex, long lastLine) {
		Origin origin = new Origin(this.name, (int) lastLine + 1, 0);
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof CharacterCodingException) {
				return Problem.of("bad-encoding", origin, null, "UTF-8",
						"other bytes here or below (Latin-1, perhaps)");
			}
		}
		Throwable cause = (ex.getCause() != null) ? ex.getCause() : ex;
		if (String.valueOf(cause.getMessage()).contains("buffer")) {
			return Problem.of("line-too-long", origin, null, "cells of at most " + Limits.LINE_LENGTH + " characters",
					"a longer one (is a quote not closed?)");
		}
		return Problem.of("bad-csv", origin, null, "CSV", "something else (" + cause.getMessage() + ")");
	}

}
