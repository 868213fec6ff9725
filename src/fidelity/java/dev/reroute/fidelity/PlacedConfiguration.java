package dev.reroute.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A configuration of nginx, changed so that it can stand beside others: it listens on an
 * address of its own, its maps have names of their own, and what lies outside, such as
 * files, certificates and application servers, is left out or replaced.
 */
final class PlacedConfiguration {

	/** Lines about files that are not there. */
	private static final Pattern OUTSIDE = Pattern
		.compile("(?m)^\\s*(include|access_log|error_log|ssl\\w*|fastcgi_(?!pass)\\w+|add_header|auth_basic\\w*)\\b[^;]*;");

	private static final Pattern PASS = Pattern.compile("\\b(?:fastcgi|proxy|uwsgi)_pass\\b[^;]*;");

	private static final Pattern LISTEN = Pattern.compile("(?m)^\\s*listen\\b[^;]*;|(?<=\\{)\\s*listen\\b[^;]*;");

	private static final Pattern MAP = Pattern.compile("(?m)^\\s*map\\s+\\S+\\s+\\$(\\w+)");

	private final String configuration;

	private final int number;

	private final String address;

	private final String behind;

	PlacedConfiguration(String configuration, int number, String address, String behind) {
		this.configuration = configuration;
		this.number = number;
		this.address = address;
		this.behind = behind;
	}

	String text() {
		String text = OUTSIDE.matcher(this.configuration).replaceAll("");
		text = PASS.matcher(text).replaceAll("proxy_pass http://" + this.behind + ";");
		List<String> outer = blocks(text, "http");
		text = outer.isEmpty() ? text : inside(outer.get(0));
		Matcher map = MAP.matcher(text);
		String renamed = text;
		while (map.find()) {
			renamed = renamed.replaceAll("\\$(\\{?)" + map.group(1) + "\\b",
					"\\$$1" + map.group(1) + "_" + this.number);
		}
		return placed(renamed);
	}

	private String placed(String text) {
		StringBuilder out = new StringBuilder();
		String rest = text;
		for (String kind : List.of("map", "upstream", "geo")) {
			for (String block : blocks(rest, kind)) {
				out.append(block).append('\n');
				rest = rest.replace(block, "");
			}
		}
		List<String> servers = blocks(rest, "server");
		if (servers.isEmpty()) {
			return out + "server { listen " + this.address + ";\n" + rest + "\n}\n";
		}
		for (String server : servers) {
			out.append(listening(server)).append('\n');
		}
		return out.toString();
	}

	/** No request is sent by TLS, so that whatever listens for it is just out of the way. */
	private String listening(String server) {
		List<String> listens = new ArrayList<>();
		LISTEN.matcher(server).results().forEach((match) -> listens.add(match.group()));
		boolean plain = listens.isEmpty() || listens.stream().anyMatch((listen) -> !listen.contains("443"));
		boolean isDefault = listens.stream()
			.anyMatch((listen) -> !listen.contains("443") && listen.contains("default_server"));
		String where = plain ? this.address + (isDefault ? " default_server" : "")
				: this.address.replaceFirst(":\\d+$", ":1");
		String without = LISTEN.matcher(server).replaceAll("");
		return without.replaceFirst("\\{", "{ listen " + where + ";");
	}

	private static String inside(String block) {
		return block.substring(block.indexOf('{') + 1, block.lastIndexOf('}'));
	}

	/** The outermost blocks of a name. */
	private static List<String> blocks(String text, String name) {
		List<String> blocks = new ArrayList<>();
		Matcher start = Pattern.compile("(?m)^\\s*" + name + "\\b[^;{}]*\\{").matcher(text);
		int from = 0;
		while (start.find(from)) {
			int depth = 1;
			int at = start.end();
			while (at < text.length() && depth > 0) {
				char c = text.charAt(at++);
				depth += (c == '{') ? 1 : (c == '}') ? -1 : 0;
			}
			blocks.add(text.substring(start.start(), at));
			from = at;
		}
		return blocks;
	}

}
