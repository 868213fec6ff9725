package dev.reroute.fidelity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A configuration and the requests that are sent to two servers that have it.
 * <pre>
 * Redirect /old /new
 * ---
 * # remarks begin with '#'
 * problems: 1                    how many directives are refused; none unless said
 * /old/a?x=1                     what both must answer alike
 * HEAD /old | Host: www.example.com | Cookie: a=b
 * /old;v=1
 *   known: passes => 302 /new because path parameters are removed
 * </pre>
 *
 * @param name the name of its file, from which the format is known
 * @param configuration the foreign text
 * @param problems how many directives are refused
 * @param exchanges the requests
 */
record FidelityCase(String name, String configuration, int problems, List<Exchange> exchanges) {

	private static final Pattern PARTS = Pattern.compile("(?s)(.*?)^---\\R(.*)", Pattern.MULTILINE);

	private static final Pattern KNOWN = Pattern.compile("\\s+known: (.+) => (.+) because (.+)");

	/**
	 * A request.
	 *
	 * @param request the request
	 * @param known the difference that is known; {@code null} for none
	 */
	record Exchange(RawRequest request, Known known) {

	}

	/**
	 * A difference that is known.
	 *
	 * @param theirs what the other server answers
	 * @param ours what Reroute answers
	 * @param reason why
	 */
	record Known(String theirs, String ours, String reason) {

	}

	static List<FidelityCase> allIn(Path directory) {
		try (Stream<Path> files = Files.list(directory)) {
			return files.sorted().map(FidelityCase::read).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static FidelityCase read(Path file) {
		try {
			return parse(file.getFileName().toString(), Files.readString(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static FidelityCase parse(String name, String text) {
		Matcher parts = PARTS.matcher(text);
		if (!parts.matches()) {
			throw new IllegalArgumentException(name + ": no line '---'");
		}
		int problems = 0;
		List<Exchange> exchanges = new ArrayList<>();
		for (String line : parts.group(2).lines().toList()) {
			Matcher known = KNOWN.matcher(line);
			if (known.matches()) {
				Exchange last = exchanges.remove(exchanges.size() - 1);
				exchanges.add(new Exchange(last.request(),
						new Known(known.group(1), known.group(2), known.group(3))));
			}
			else if (line.startsWith("problems: ")) {
				problems = Integer.parseInt(line.substring("problems: ".length()));
			}
			else if (!line.isBlank() && !line.startsWith("#")) {
				exchanges.add(new Exchange(RawRequest.parse(line), null));
			}
		}
		return new FidelityCase(name, parts.group(1), problems, exchanges);
	}

	@Override
	public String toString() {
		return this.name;
	}

}
