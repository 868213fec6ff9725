package dev.reroute.importer.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.reroute.importer.NotTranslatableException;

/**
 * Tells for which requests a key of a map is.
 */
final class MapKey {

	private static final Pattern ONE = Pattern.compile("\\$\\{?(\\w+)}?");

	/** {@code $scheme://$host$uri}, or without the scheme. */
	private static final Pattern URL = Pattern
		.compile("(\\$\\{?scheme}?://)?\\$\\{?(?:http_)?host}?\\$\\{?(uri|request_uri)}?");

	private static final Pattern URL_KEY = Pattern.compile("(?:(https?)://)?([^/]+)(/.*)");

	private MapKey() {
	}

	static Branches read(String source, NginxMap.Entry entry, Flow flow) throws NotTranslatableException {
		Matcher one = ONE.matcher(source);
		if (one.matches()) {
			return readVariable(one.group(1), entry, flow);
		}
		Matcher url = URL.matcher(source);
		Matcher key = URL_KEY.matcher(entry.key());
		if (!url.matches() || entry.kind() != NginxMap.Kind.PLAIN) {
			throw new NotTranslatableException("its map looks at '" + source + "'");
		}
		if (!key.matches() || (key.group(1) == null) != (url.group(1) == null)) {
			return Branches.NEVER;
		}
		List<Comparison> all = new ArrayList<>();
		if (key.group(1) != null) {
			all.add(equal("scheme", key.group(1)));
		}
		all.add(equal("host", key.group(2).toLowerCase(Locale.ROOT)));
		all.add(equal(url.group(2), key.group(3)));
		Branches branches = Branches.always(flow);
		for (Comparison comparison : all) {
			branches = branches.flows().isEmpty() ? branches
					: ConditionReader.read(comparison, branches.flows().get(0));
		}
		return branches;
	}

	private static Comparison equal(String variable, String key) {
		return new Comparison(variable, Comparison.Kind.EQUAL, key, true, false);
	}

	private static Branches readVariable(String variable, NginxMap.Entry entry, Flow flow)
			throws NotTranslatableException {
		String key = entry.key();
		boolean host = variable.equals("host") || variable.equals("http_host");
		if (entry.kind() == NginxMap.Kind.REGEX) {
			boolean ignoreCase = key.startsWith("*");
			return ConditionReader.read(new Comparison(variable, Comparison.Kind.REGEX,
					ignoreCase ? key.substring(1) : key, ignoreCase, false), flow);
		}
		if (entry.kind() == NginxMap.Kind.WILDCARD) {
			return wildcard(variable, key, flow);
		}
		boolean lower = host || variable.equals("scheme") || variable.equals("https");
		return ConditionReader.read(equal(variable, lower ? key.toLowerCase(Locale.ROOT) : key), flow);
	}

	private static Branches wildcard(String variable, String key, Flow flow) throws NotTranslatableException {
		if (!variable.equals("host") && !variable.equals("http_host")) {
			throw new NotTranslatableException("a rule has wildcards of this kind for hosts only");
		}
		List<ServerName> names = ServerName.parse(key);
		List<String> hosts = flow.requests().hosts();
		List<String> some = hosts.stream()
			.filter((one) -> names.stream().anyMatch((name) -> ServerName.covers(name.text(), one)))
			.toList();
		if (!hosts.isEmpty()) {
			return some.isEmpty() ? Branches.NEVER
					: new Branches(List.of(flow.with(flow.requests().withHosts(some))), some.size() == hosts.size());
		}
		if (!flow.requests().hostTexts().isEmpty()) {
			throw new NotTranslatableException("a rule has no two conditions on the host that both must hold");
		}
		if (names.size() == 1) {
			return Branches.sometimes(flow.with(Test.equal(Subject.HOST, names.get(0).text())));
		}
		List<String> texts = names.stream().map(ServerName::text).toList();
		return Branches.sometimes(flow.with(flow.requests().withHostTexts(texts)));
	}

}
