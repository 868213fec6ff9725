package dev.reroute.importer.nginx;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Which requests come to a place of a configuration.
 *
 * @param tests tests that hold for them
 * @param hosts their hosts, if these are only some
 * @param hostTexts conditions on the host of which one holds, if its names have wildcards
 * @param notHosts hosts that belong to another server
 * @param scheme their scheme, or {@code null} for both
 * @param serverName the first name of the server, or {@code null}
 */
record Requests(List<Test> tests, List<String> hosts, List<String> hostTexts, List<String> notHosts,
		@Nullable String scheme, @Nullable String serverName) {

	static final Requests ALL = new Requests(List.of(), List.of(), List.of(), List.of(), null, null);

	Requests with(Test test) {
		if (this.tests.contains(test)) {
			return this;
		}
		List<Test> more = new ArrayList<>(this.tests);
		more.add(test);
		return new Requests(List.copyOf(more), this.hosts, this.hostTexts, this.notHosts, this.scheme, this.serverName);
	}

	Requests withHosts(List<String> some) {
		return new Requests(this.tests, some, List.of(), this.notHosts, this.scheme, this.serverName);
	}

	Requests withHostTexts(List<String> texts) {
		return withServer(texts, this.notHosts, this.serverName);
	}

	Requests withServer(List<String> texts, List<String> not, @Nullable String name) {
		return new Requests(this.tests, this.hosts, texts, not, this.scheme, name);
	}

	Requests withScheme(String scheme) {
		return new Requests(this.tests, this.hosts, this.hostTexts, this.notHosts, scheme, this.serverName);
	}

	/** The path, if it is only one. */
	@Nullable String path() {
		for (Test test : this.tests) {
			if (test.isOnPath() && test.kind() == Test.Kind.EQUAL && !test.negative() && !test.ignoreCase()) {
				return test.text();
			}
		}
		return null;
	}

}
