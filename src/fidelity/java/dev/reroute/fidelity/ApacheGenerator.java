package dev.reroute.fidelity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes configurations of httpd, and requests that hit or nearly hit their rules. What
 * comes out of one seed is always the same.
 */
final class ApacheGenerator {

	private static final List<String> WORDS = List.of("a", "b", "old", "new", "shop");

	private static final List<String> PATTERNS = List.of("^W$", "^W/?$", "^W/(.*)$", "^W(/.*)?$", "W", "^W", "W$",
			"^(W|W)/([^/]+)$", "^([0-9]+)$", "^W/([0-9]+)/?$", "\\.html$", "^(.+)\\.html$", "!^W", "^$", "^(.*)$",
			"^W/([a-z]+)$", "^(?!W)(.*)$", "^.*W$");

	private static final List<String> TARGETS = List.of("/W", "/W/W", "/W/$1", "/W?x=1", "/W?x=$1", "/W?",
			"https://www.example.com/W", "https://www.example.com/$1", "/$1", "/W/");

	private static final List<String> FLAGS = List.of("[R=301,L]", "[R,L]", "[R=301,L]", "[R=303,L,NC]", "[R=302]",
			"[R=301,L,QSD]", "[R=308,L,NE]", "[L]", "[L,NC]", "[END]", "", "[PT]");

	private static final List<String> CONDITIONS = List.of("%{HTTP_HOST} ^www\\.", "%{HTTP_HOST} !^www\\.",
			"%{HTTP_HOST} ^example\\.com$", "%{QUERY_STRING} ^$", "%{QUERY_STRING} x=1", "%{QUERY_STRING} !x=",
			"%{REQUEST_URI} !^/W", "%{REQUEST_URI} /W", "%{REQUEST_METHOD} =GET", "%{HTTP:X-Test} yes",
			"%{HTTP:X-Test} !^yes$", "%{REQUEST_URI} !\\.html$");

	private final Random random;

	ApacheGenerator(long seed) {
		this.random = new Random(seed);
	}

	/**
	 * Make a case.
	 * @param name its name, which ends in {@code .htaccess} or {@code .conf}
	 * @return the case
	 */
	FidelityCase next(String name) {
		boolean directory = name.endsWith(".htaccess");
		StringBuilder text = new StringBuilder("RewriteEngine On\n");
		int directives = 1 + this.random.nextInt(4);
		for (int i = 0; i < directives; i++) {
			text.append((this.random.nextInt(3) == 0) ? alias() : rule(directory));
		}
		List<FidelityCase.Exchange> exchanges = new ArrayList<>();
		for (int i = 0; i < 16; i++) {
			exchanges.add(new FidelityCase.Exchange(request(text.indexOf("x=$1") < 0), null));
		}
		return new FidelityCase(name, text.toString(), 0, exchanges);
	}

	private String alias() {
		String status = pick(List.of("", "301 ", "temp ", "seeother ", "308 "));
		return switch (this.random.nextInt(4)) {
			case 0 -> filled("Redirect " + status + "/W /W\n");
			case 1 -> filled("Redirect " + status + "/W/W https://www.example.com/W\n");
			case 2 -> filled("RedirectMatch " + status + "^/W/([a-z]+)$ /W/$1\n");
			default -> filled("Redirect gone /W\n");
		};
	}

	private String rule(boolean directory) {
		StringBuilder text = new StringBuilder();
		int conditions = Math.max(0, this.random.nextInt(5) - 2);
		for (int i = 0; i < conditions; i++) {
			boolean or = i + 1 < conditions && this.random.nextBoolean();
			text.append(filled("RewriteCond " + pick(CONDITIONS) + (or ? " [OR]" : "") + "\n"));
		}
		String pattern = filled(pick(PATTERNS));
		String placed = directory ? pattern : pattern.replaceFirst("^(!?)\\^(?!\\(\\.|\\.)", "$1^/");
		String target = filled(pick(TARGETS));
		String flags = pick(FLAGS);
		if (this.random.nextInt(8) == 0) {
			target = "-";
			flags = pick(List.of("[L]", "[F]", "[G]"));
		}
		return text + "RewriteRule " + placed + " " + target + " " + flags + "\n";
	}

	/** A space that comes into a query is answered by httpd with 403. */
	private RawRequest request(boolean spaces) {
		String path = switch (this.random.nextInt(8)) {
			case 0 -> "/";
			case 1 -> "/W";
			case 2 -> "/W/";
			case 3 -> "/W/W";
			case 4 -> "/W/17";
			case 5 -> "/W.html";
			case 6 -> "/17";
			default -> spaces ? "/W/a%20b/W" : "/W/a-b/W";
		};
		String query = pick(List.of("", "", "?x=1", "?y=2&x=1", "?y=%20"));
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("Host", pick(List.of("localhost", "example.com", "www.example.com")));
		if (this.random.nextInt(3) == 0) {
			headers.put("X-Test", pick(List.of("yes", "no")));
		}
		return new RawRequest(pick(List.of("GET", "GET", "GET", "HEAD")), filled(path) + query, headers);
	}

	private String filled(String template) {
		StringBuilder text = new StringBuilder();
		template.chars().forEach((c) -> text.append((c == 'W') ? pick(WORDS) : Character.toString(c)));
		return text.toString();
	}

	private String pick(List<String> of) {
		return of.get(this.random.nextInt(of.size()));
	}

}
