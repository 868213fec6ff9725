package dev.reroute.replay.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import dev.reroute.pattern.Limits;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream, in bounded memory: of one that is too long, only the beginning
 * is kept. A byte order mark and a carriage return at the end are no part of a line. What
 * is not UTF-8 is replaced: no path may hold such an octet unencoded anyway.
 */
final class Lines {

	/** Of a line that is too long, for people. */
	private static final int KEPT = 256;

	private static final byte[] BYTE_ORDER_MARK = { (byte) 0xef, (byte) 0xbb, (byte) 0xbf };

	private final InputStream in;

	private final byte[] buffer = new byte[2 * Limits.LINE_LENGTH];

	private int start;

	private int end;

	private boolean exhausted;

	private long number;

	Lines(InputStream in) {
		this.in = in;
	}

	/**
	 * The next line.
	 * @return the line, or {@code null} at the end
	 * @throws IOException if the stream cannot be read
	 */
	@Nullable Line next() throws IOException {
		int newline = findNewline(this.start);
		while (newline < 0 && !this.exhausted && this.end - this.start <= Limits.LINE_LENGTH) {
			int searched = this.end - this.start;
			fill();
			newline = findNewline(this.start + searched);
		}
		if (newline < 0 && this.start == this.end) {
			return null;
		}
		this.number++;
		int stop = (newline >= 0) ? newline : this.end;
		if (stop - this.start > Limits.LINE_LENGTH) {
			String beginning = text(this.start, this.start + KEPT);
			skipLine(newline);
			return new Line(this.number, beginning, true);
		}
		String text = text(this.start, stop);
		this.start = Math.min(stop + 1, this.end);
		return new Line(this.number, text, false);
	}

	private String text(int from, int to) {
		int first = from;
		int last = to;
		if (this.number == 1 && startsWithByteOrderMark(first, last)) {
			first += BYTE_ORDER_MARK.length;
		}
		if (last > first && this.buffer[last - 1] == '\r') {
			last--;
		}
		return new String(this.buffer, first, last - first, StandardCharsets.UTF_8);
	}

	private boolean startsWithByteOrderMark(int from, int to) {
		for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
			if (from + i >= to || this.buffer[from + i] != BYTE_ORDER_MARK[i]) {
				return false;
			}
		}
		return true;
	}

	private void skipLine(int newline) throws IOException {
		int found = newline;
		while (found < 0 && !this.exhausted) {
			this.start = this.end;
			fill();
			found = findNewline(this.start);
		}
		this.start = (found >= 0) ? found + 1 : this.end;
	}

	private int findNewline(int from) {
		for (int i = from; i < this.end; i++) {
			if (this.buffer[i] == '\n') {
				return i;
			}
		}
		return -1;
	}

	private void fill() throws IOException {
		if (this.start > 0) {
			System.arraycopy(this.buffer, this.start, this.buffer, 0, this.end - this.start);
			this.end -= this.start;
			this.start = 0;
		}
		int read = this.in.read(this.buffer, this.end, this.buffer.length - this.end);
		this.exhausted = read < 0;
		this.end += Math.max(read, 0);
	}

}
