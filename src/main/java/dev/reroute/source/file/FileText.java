package dev.reroute.source.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import dev.reroute.pattern.Limits;
import dev.reroute.rule.Origin;
import dev.reroute.rule.Problem;

/**
 * Reads a file as UTF-8 within bounds: a file or a line that is too long is given up
 * before it fills the memory.
 */
final class FileText {

	private FileText() {
	}

	/**
	 * Read a file.
	 * @param in the file
	 * @param name what to call it
	 * @return its text, without a byte order mark
	 * @throws IOException if it cannot be read
	 * @throws InvalidFileException if it is too long, empty or not UTF-8
	 */
	static String read(InputStream in, String name) throws IOException {
		return requireContent(readAny(in, name, Limits.LINE_LENGTH), name);
	}

	/**
	 * Read a file that may well be a single line.
	 * @param in the file
	 * @param name what to call it
	 * @return its text, without a byte order mark
	 * @throws IOException if it cannot be read
	 * @throws InvalidFileException if it is too long, empty or not UTF-8
	 */
	static String readUnbroken(InputStream in, String name) throws IOException {
		return requireContent(readAny(in, name, Limits.FILE_LENGTH), name);
	}

	/**
	 * Read a file that may be empty.
	 * @param in the file
	 * @param name what to call it
	 * @param lineLength the longest line, in bytes
	 * @return its text, without a byte order mark
	 * @throws IOException if it cannot be read
	 * @throws InvalidFileException if it is too long or not UTF-8
	 */
	static String readAny(InputStream in, String name, int lineLength) throws IOException {
		return read(in, name, lineLength, Limits.FILE_LENGTH);
	}

	static String read(InputStream in, String name, int lineLength, int fileLength) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		byte[] buffer = new byte[16_384];
		int line = 1;
		int column = 0;
		for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
			for (int i = 0; i < length; i++) {
				column = (buffer[i] == '\n') ? 0 : column + 1;
				line += (buffer[i] == '\n') ? 1 : 0;
				if (column > lineLength && lineLength < fileLength) {
					throw new InvalidFileException(Problem.of("line-too-long", new Origin(name, line, 0), null,
							"lines of at most " + lineLength + " bytes", "a longer one"));
				}
			}
			bytes.write(buffer, 0, length);
			if (bytes.size() > fileLength) {
				throw new InvalidFileException(Problem.of("file-too-long", new Origin(name, line, 0), null,
						"a file of at most " + fileLength + " bytes", "a longer one"));
			}
		}
		return decode(bytes.toByteArray(), name);
	}

	private static String requireContent(String text, String name) throws InvalidFileException {
		if (text.isBlank()) {
			throw new InvalidFileException(
					Problem.of("empty-file", new Origin(name, 1, 0), null, "rules under 'rules'", "an empty file"));
		}
		return text;
	}

	private static String decode(byte[] bytes, String name) throws InvalidFileException {
		ByteBuffer in = ByteBuffer.wrap(bytes);
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(in).toString();
			return text.startsWith("\uFEFF") ? text.substring(1) : text;
		}
		catch (CharacterCodingException ex) {
			boolean wide = startsWith(bytes, 0xfe, 0xff) || startsWith(bytes, 0xff, 0xfe);
			int line = 1;
			for (int i = 0; i < in.position(); i++) {
				line += (bytes[i] == '\n') ? 1 : 0;
			}
			throw new InvalidFileException(Problem.of("bad-encoding", new Origin(name, line, 0), null, "UTF-8",
					wide ? "UTF-16" : "other bytes (Latin-1, perhaps)"));
		}
	}

	/** As the byte order mark of UTF-16 does, in either order. */
	private static boolean startsWith(byte[] bytes, int first, int second) {
		return bytes.length > 1 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
	}

}
