package dev.reroute.importer.cloudflare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

import dev.reroute.engine.RuleSet;
import dev.reroute.importer.ImportFormat;
import dev.reroute.importer.Imported;
import dev.reroute.test.TestRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random {@code _redirects}, compared with how Cloudflare goes about it: a table of
 * static rules, then one regular expression after the other, in whose target names are
 * replaced.
 */
class AsCloudflareDoesTests {

	private static final int REQUESTS = 60;

	private static final List<String> TEXTS = List.of("a", "b", "ab", "a.b", "c-a");

	private static final Pattern NAME = Pattern.compile(":([A-Za-z]\\w*)");

	static LongStream seeds() {
		return new Random().longs(150);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void answersAsCloudflareDoes(long seed) {
		Random random = new Random(seed);
		List<String[]> lines = new ArrayList<>();
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < 6; i++) {
			String[] line = line(random);
			lines.add(line);
			text.append(String.join(" ", line)).append('\n');
		}
		RuleSet rules = Imported.rules(Imported.read(ImportFormat.CLOUDFLARE, "_redirects", text.toString()));
		for (int i = 0; i < REQUESTS; i++) {
			String path = path(random);
			String query = random.nextInt(3) == 0 ? "?q=1&r" : "";
			assertThat(Imported.answer(rules, TestRequest.get(path + query)))
				.as("seed %d, %s in%n%s", seed, path + query, text)
				.isEqualTo(answer(lines, path, query));
		}
	}

	private static String[] line(Random random) {
		List<String> names = new ArrayList<>();
		StringBuilder from = new StringBuilder();
		boolean splat = false;
		for (int i = 1 + random.nextInt(3); i > 0; i--) {
			from.append('/');
			switch (random.nextInt(6)) {
				case 0 -> name(random, names, from.append(""));
				case 1 -> {
					name(random, names, from.append(text(random)).append('-'));
					from.append(random.nextBoolean() ? ".html" : "");
				}
				case 2 -> {
					from.append(random.nextInt(3) == 0 ? text(random) : "").append(splat ? "" : "*");
					splat = true;
				}
				default -> from.append(text(random));
			}
		}
		from.append((from.charAt(from.length() - 1) != '/' && random.nextInt(4) == 0) ? "/" : "");
		if (splat) {
			names.add("splat");
		}
		StringBuilder to = new StringBuilder();
		for (int i = 1 + random.nextInt(3); i > 0; i--) {
			to.append('/').append(random.nextInt(4) == 0 ? "n" : "");
			to.append((names.isEmpty() || random.nextInt(3) == 0) ? text(random)
					: ":" + names.get(random.nextInt(names.size())));
			to.append(random.nextInt(5) == 0 ? "-z" : "");
		}
		to.append(List.of("", "", "/", "?x=1", "#y", "?x=1#y").get(random.nextInt(6)));
		String source = from.toString().replaceAll("/+", "/");
		return new String[] { source, to.toString(), List.of("302", "301", "200").get(random.nextInt(3)) };
	}

	private static void name(Random random, List<String> names, StringBuilder from) {
		// where the shorter one comes first, Cloudflare mixes them up, and they are
		// refused
		String name = List.of("xyz", "xy", "x").get(names.size() % 3);
		names.add(name);
		from.append(':').append(name);
	}

	private static String text(Random random) {
		return TEXTS.get(random.nextInt(TEXTS.size()));
	}

	private static String path(Random random) {
		StringBuilder path = new StringBuilder();
		for (int i = 1 + random.nextInt(3); i > 0; i--) {
			path.append('/').append(text(random));
			path.append(random.nextInt(4) == 0 ? "-" + text(random) + (random.nextBoolean() ? ".html" : "") : "");
		}
		return random.nextInt(12) == 0 ? "/" : path + (random.nextInt(4) == 0 ? "/" : "");
	}

	private static String answer(List<String[]> lines, String path, String query) {
		Map<String, String[]> statics = new LinkedHashMap<>();
		Map<String, String[]> dynamics = new LinkedHashMap<>();
		for (String[] line : lines) {
			boolean dynamic = line[0].indexOf('*') >= 0 || NAME.matcher(line[0]).find() || !dynamics.isEmpty();
			if (!statics.containsKey(line[0]) && !dynamics.containsKey(line[0])) {
				(dynamic ? dynamics : statics).put(line[0], line);
			}
		}
		if (statics.containsKey(path)) {
			return carriedOut(statics.get(path), statics.get(path)[1], path, query);
		}
		for (String[] line : dynamics.values()) {
			Matcher matcher = Pattern.compile(regex(line[0])).matcher(path);
			if (matcher.matches()) {
				String to = NAME.matcher(line[1])
					.replaceAll((name) -> line[0].contains(name.group()) || name.group(1).equals("splat")
							? Matcher.quoteReplacement(matcher.group(name.group(1))) : name.group());
				return carriedOut(line, to.replaceAll("/+", "/"), path, query);
			}
		}
		return "-";
	}

	private static String regex(String from) {
		StringBuilder regex = new StringBuilder();
		Matcher wild = Pattern.compile("\\*|:([A-Za-z]\\w*)").matcher(from);
		int end = 0;
		while (wild.find()) {
			regex.append(Pattern.quote(from.substring(end, wild.start())));
			regex.append((wild.group(1) != null) ? "(?<" + wild.group(1) + ">[^/]+)" : "(?<splat>.*)");
			end = wild.end();
		}
		return regex.append(Pattern.quote(from.substring(end))).toString();
	}

	private static String carriedOut(String[] line, String to, String path, String query) {
		String[] fragment = to.split("#", 2);
		String[] parts = fragment[0].split("\\?", 2);
		if (line[2].equals("200")) {
			return line[0].equals(line[1].split("[?#]", 2)[0].replace(":splat", "*")) ? "pass"
					: "rewrite " + parts[0] + query;
		}
		String url = parts[0] + ((parts.length > 1) ? "?" + parts[1] : query);
		// a redirect to the very URL that was asked for is not sent
		return url.equals(path + query) ? "pass"
				: line[2] + " " + url + ((fragment.length > 1) ? "#" + fragment[1] : "");
	}

}
