package dev.reroute.replay.log;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * A log of requests, in a file, possibly packed with gzip. A line that begins with a
 * brace is JSON, each other one is in the common or combined format, with or without the
 * virtual host in front, so that a file may hold both. It is read once, line by line, and
 * never kept.
 */
public final class AccessLog {

	/** If none of the first lines is a request, it is another kind of file. */
	private static final int PROBED = 1_000;

	private static final int LISTED = 5;

	private static final int GZIP = 0x8b1f;

	/** An address may stand in brackets. */
	private static final Pattern LIST = Pattern.compile("\\[\\s*(?:$|[{\\]])");

	private final Path file;

	private final LineFormat json;

	private final LineFormat clf = new CommonLine();

	private long requests;

	private long unreadable;

	private final List<UnreadableLine> first = new ArrayList<>();

	/**
	 * Create for a file.
	 * @param file the file
	 * @param names names of members of JSON, instead of the usual ones
	 */
	public AccessLog(Path file, Map<LogField, String> names) {
		this.file = file;
		this.json = new JsonLine(names);
	}

	/**
	 * Read the log.
	 * @param consumer told of each request
	 * @param progress told how many octets of the file were read
	 * @return what became of the lines
	 * @throws IOException if the file cannot be read, or only the beginning of it
	 * @throws NoAccessLogException if no line is a request
	 */
	public LogSummary read(Consumer<LoggedRequest> consumer, LongConsumer progress)
			throws IOException, NoAccessLogException {
		try (InputStream in = unpacked(
				new BufferedInputStream(new CountingStream(Files.newInputStream(this.file), progress)))) {
			Lines lines = new Lines(in);
			for (Line line = lines.next(); line != null; line = lines.next()) {
				read(line, consumer);
				if (this.requests == 0 && this.unreadable == PROBED) {
					throw new NoAccessLogException(this.first.get(0));
				}
			}
		}
		if (this.requests == 0 && this.unreadable > 0) {
			throw new NoAccessLogException(this.first.get(0));
		}
		return new LogSummary(this.requests, this.unreadable, this.first);
	}

	private void read(Line line, Consumer<LoggedRequest> consumer) {
		if (line.text().isBlank() && !line.isTooLong()) {
			return;
		}
		LoggedRequest request;
		try {
			request = parse(line);
		}
		catch (UnreadableLineException ex) {
			this.unreadable++;
			if (this.first.size() < LISTED) {
				this.first.add(line.unreadable(ex.reason()));
			}
			return;
		}
		this.requests++;
		consumer.accept(request);
	}

	private LoggedRequest parse(Line line) throws UnreadableLineException {
		if (line.isTooLong()) {
			throw new UnreadableLineException("too long");
		}
		String text = line.text();
		if (LIST.matcher(text).lookingAt()) {
			throw new UnreadableLineException("a list in JSON; write each of its objects on a line of its own");
		}
		return (text.startsWith("{") ? this.json : this.clf).parse(text);
	}

	/** What a file is called says little: logs are packed when they are rotated. */
	private static InputStream unpacked(BufferedInputStream in) throws IOException {
		in.mark(2);
		int magic = in.read() | in.read() << Byte.SIZE;
		in.reset();
		return (magic == GZIP) ? new GZIPInputStream(in, 1 << 16) : in;
	}

}
