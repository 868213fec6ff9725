package dev.reroute.importer.nginx;

import java.util.Map;

import dev.reroute.importer.NotTranslatableException;

/**
 * Takes what is asked of the scheme, whatever tells it.
 */
final class SchemeReader {

	private SchemeReader() {
	}

	static Branches read(Comparison comparison, Flow flow, String http, String https) throws NotTranslatableException {
		String known = flow.requests().scheme();
		boolean holdsHttp = !"https".equals(known) && comparison.holds(http);
		boolean holdsHttps = !"http".equals(known) && comparison.holds(https);
		Flow searched = (comparison.kind() == Comparison.Kind.REGEX) ? flow.withGroups(null, Map.of()) : flow;
		if (known != null || holdsHttp == holdsHttps) {
			return (holdsHttp || holdsHttps) ? Branches.always(searched) : Branches.NEVER;
		}
		return Branches.sometimes(searched.with(flow.requests().withScheme(holdsHttp ? "http" : "https")));
	}

	/** The header is gone before a rule looks, and the scheme is what it said. */
	static Branches readForwarded(Comparison comparison, Flow flow) throws NotTranslatableException {
		if (comparison.holds("http") == comparison.holds("https")) {
			throw new NotTranslatableException(
					"it asks whether a proxy told the scheme, and a rule only knows which one that is");
		}
		return read(comparison, flow, "http", "https");
	}

	/** Of the two schemes; about another port it says nothing. */
	static Branches readPort(Comparison comparison, Flow flow) throws NotTranslatableException {
		boolean holdsHttp = comparison.holds("80");
		boolean both = holdsHttp == comparison.holds("443");
		if (both && (comparison.negative() || !holdsHttp)) {
			throw new NotTranslatableException("it asks for a port other than 80 and 443, and a rule knows no ports");
		}
		return read(comparison, flow, "80", "443");
	}

}
