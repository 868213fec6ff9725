package dev.reroute.importer.nginx;

import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What of requests is asked for each pair of a long list, found out once.
 *
 * @param hosts their hosts, if these are only some
 * @param scheme their scheme, or {@code null} for both
 * @param path the path, if it is only one
 * @param prefix what all their paths begin with, as far as it is known
 */
record Reach(List<String> hosts, @Nullable String scheme, @Nullable String path, String prefix) {

	static Reach of(Requests requests) {
		return new Reach(requests.hosts(), requests.scheme(), requests.path(), prefix(requests.tests()));
	}

	private static String prefix(List<Test> tests) {
		String longest = "";
		for (Test test : tests) {
			if (test.isOnPath() && !test.negative()) {
				String prefix = PathTests.prefix(test);
				longest = (prefix.length() > longest.length()) ? prefix : longest;
			}
		}
		return longest;
	}

	/** Whether some request may be one of these and of others. */
	boolean mayMeet(Reach others) {
		if (this.scheme != null && others.scheme != null && !this.scheme.equals(others.scheme)) {
			return false;
		}
		if (!this.hosts.isEmpty() && !others.hosts.isEmpty() && Collections.disjoint(this.hosts, others.hosts)) {
			return false;
		}
		return (this.path == null || this.path.startsWith(others.prefix))
				&& (others.path == null || others.path.startsWith(this.prefix))
				&& (this.path == null || others.path == null || this.path.equals(others.path))
				&& (this.prefix.startsWith(others.prefix) || others.prefix.startsWith(this.prefix));
	}

}
