package dev.reroute.importer.wordpress;

import java.util.List;
import java.util.Map;

import dev.reroute.importer.ForeignConditions;
import dev.reroute.importer.LiteralText;
import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.PlainUrl;
import dev.reroute.importer.regex.ForeignRegex;
import dev.reroute.importer.regex.SearchedRegex;

/**
 * What a redirect asks of a request besides its URL.
 */
final class Visitor {

	private Visitor() {
	}

	/**
	 * Add the conditions.
	 * @param redirection the redirect
	 * @param not whether they must not hold
	 * @param conditions where to add them
	 * @throws NotTranslatableException if a rule cannot ask for it
	 */
	static void addTo(Redirection redirection, boolean not, ForeignConditions conditions)
			throws NotTranslatableException {
		switch (redirection.matchType()) {
			case "url", "page" -> {
			}
			case "server" -> conditions.host(not, List.of(host(text(redirection, "server"))));
			case "agent" -> conditions.header(not, "User-Agent", texts(redirection, "agent"));
			case "referrer" -> conditions.header(not, "Referer", texts(redirection, "referrer"));
			case "header" -> conditions.header(not, text(redirection, "name"), texts(redirection, "value"));
			case "cookie" -> conditions.cookie(not, text(redirection, "name"), texts(redirection, "value"));
			case "ip" -> conditions.client(not, addresses(redirection));
			case "login" -> throw new NotTranslatableException("it asks whether the visitor is logged in to WordPress");
			case "role" -> throw new NotTranslatableException("it asks for the visitor's role in WordPress");
			case "language" ->
				throw new NotTranslatableException("it looks for a language in the list that the browser sends");
			case "custom" -> throw new NotTranslatableException("it runs a filter in PHP");
			default ->
				throw new NotTranslatableException("its match type '" + redirection.matchType() + "' is not known");
		}
	}

	private static String text(Redirection redirection, String key) throws NotTranslatableException {
		String text = redirection.match().getOrDefault(key, "");
		if (text.isEmpty()) {
			throw new NotTranslatableException("its condition has no '" + key + "'");
		}
		return text;
	}

	private static String host(String server) throws NotTranslatableException {
		PlainUrl url = PlainUrl.parse(server.contains("//") ? server : "//" + server);
		return url.origin().replaceFirst(".*//", "").replaceFirst(":\\d+$", "");
	}

	private static List<String> addresses(Redirection redirection) throws NotTranslatableException {
		if (redirection.addresses().isEmpty()) {
			throw new NotTranslatableException("its condition has no 'ip'");
		}
		return redirection.addresses();
	}

	private static List<String> texts(Redirection redirection, String key) throws NotTranslatableException {
		String value = text(redirection, key);
		if (!List.of("true", "1").contains(redirection.match().getOrDefault("regex", ""))) {
			return List.of(LiteralText.condition(value));
		}
		ForeignRegex regex = ForeignRegex.parse(value);
		List<String> texts = regex.texts(true, Map.of());
		if (SearchedRegex.of(regex, true).mayBeFoundInNothing()) {
			throw new NotTranslatableException("its regular expression is found in nothing, so that a request without "
					+ "the header or cookie has it, too");
		}
		return texts;
	}

}
