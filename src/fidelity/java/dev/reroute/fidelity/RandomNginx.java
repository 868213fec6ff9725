package dev.reroute.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.reroute.importer.ImportFormat;
import dev.reroute.rule.RuleSettings;

/**
 * Configurations of nginx that nobody would write, within what is imported, and requests
 * that are likely to meet their rules. The seed is in the name of each case;
 * {@code -Dfidelity.seed} repeats a run.
 */
final class RandomNginx {

	private static final int CASES = 60;

	private static final int REQUESTS = 40;

	private static final List<String> WORDS = List.of("a", "b", "old", "new", "x.html");

	private final Random random;

	private RandomNginx(long seed) {
		this.random = new Random(seed);
	}

	static List<FidelityCase> cases() {
		long first = Long.getLong("fidelity.seed", System.nanoTime() & 0xffffff);
		System.out.println("-Dfidelity.seed=" + first);
		List<FidelityCase> cases = new ArrayList<>();
		for (int i = 0; i < CASES; i++) {
			RandomNginx one = new RandomNginx(first * 1_000 + i);
			cases.add(FidelityCase.parse("random " + i + " of seed " + first,
					one.translatableServer() + "---\n" + one.requests()));
		}
		return cases;
	}

	private <T> T oneOf(List<T> list) {
		return list.get(this.random.nextInt(list.size()));
	}

	private String translatableServer() {
		String text = server();
		while (ImportFormat.NGINX.read(text, "random", RuleSettings.DEFAULT).refused() > 0) {
			text = server();
		}
		return text;
	}

	private String server() {
		StringBuilder text = new StringBuilder();
		int codes = this.random.nextInt(3);
		for (int i = 0; i < codes; i++) {
			text.append(code());
		}
		List<String> seen = new ArrayList<>();
		int locations = this.random.nextInt(5);
		for (int i = 0; i < locations; i++) {
			String head = locationHead();
			if (seen.contains(head.replace("^~ ", ""))) {
				continue;
			}
			seen.add(head.replace("^~ ", ""));
			text.append("location ").append(head).append(" {\n");
			int inner = this.random.nextInt(3);
			for (int j = 0; j < inner; j++) {
				text.append(code());
			}
			text.append(this.random.nextInt(3) == 0 ? redirect() : "").append("}\n");
		}
		return text.toString();
	}

	private String locationHead() {
		return switch (this.random.nextInt(5)) {
			case 0 -> "= " + path();
			case 1 -> "^~ " + path();
			case 2 -> "~ " + regex();
			case 3 -> "/";
			default -> path();
		};
	}

	private String path() {
		StringBuilder path = new StringBuilder();
		int segments = 1 + this.random.nextInt(2);
		for (int i = 0; i < segments; i++) {
			path.append('/').append(oneOf(WORDS));
		}
		return path + (this.random.nextInt(4) == 0 ? "/" : "");
	}

	private String regex() {
		return switch (this.random.nextInt(5)) {
			case 0 -> "^" + path().replace(".", "\\.") + "$";
			case 1 -> "^/" + oneOf(WORDS).replace(".", "\\.") + "/(.*)$";
			case 2 -> "\\.html$";
			case 3 -> "^/([^/]+)/(" + oneOf(WORDS).replace(".", "\\.") + ")$";
			default -> oneOf(WORDS).replace(".", "\\.");
		};
	}

	private String code() {
		return switch (this.random.nextInt(4)) {
			case 0 -> "if (" + condition() + ") {\n" + redirect() + "}\n";
			case 1 -> "if (" + condition() + ") {\n" + rewrite() + "}\n";
			default -> rewrite();
		};
	}

	private String condition() {
		return oneOf(List.of("$host = www.example.com", "$host != www.example.com", "$request_method = POST",
				"$args ~ a=1", "$arg_a", "$http_x_a = 1", "$uri ~ ^/old", "$args = ''", "$uri = /a",
				"$request_uri ~ ^/a", "$cookie_c ~ y"));
	}

	private String rewrite() {
		String regex = regex();
		String target = regex.contains("(") ? oneOf(List.of("/to/$1", "/$1", "https://example.com/$1")) : "/to" + path();
		String query = oneOf(List.of("", "", "?", "?q=9"));
		String flag = target.startsWith("/")
				? oneOf(List.of("redirect", "permanent", "permanent", "break", "last", "")) : "permanent";
		return "rewrite " + regex + " " + target + query + " " + flag + ";\n";
	}

	private String redirect() {
		return "return " + oneOf(List.of("301", "302", "308")) + " "
				+ oneOf(List.of("/end", "https://example.com$request_uri", "/end$is_args$args", "/end?z=1"))
				+ ";\n";
	}

	private String requests() {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < REQUESTS; i++) {
			String path = oneOf(List.of("/", path(), path(), path(), (path() + "/" + oneOf(WORDS)).replace("//", "/"), "/a%20b/old",
					"/old/%C3%A9", "/old/a+b"));
			text.append(oneOf(List.of("", "", "", "POST ")))
				.append(path)
				.append(oneOf(List.of("", "", "?a=1", "?b=2&a=1", "?a=0")))
				.append(oneOf(List.of("", "", " | Host: www.example.com", " | X-A: 1", " | Cookie: c=yes")))
				.append('\n');
		}
		return text.toString();
	}

}
