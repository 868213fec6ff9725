package dev.reroute.importer.apache;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What sections mean for the rules in them.
 */
final class Sections {

	private static final Set<String> OWN_MODULES = Set.of("mod_rewrite.c", "rewrite_module", "mod_alias.c",
			"alias_module");

	private static final Set<String> KNOWN = Set.of("ifmodule", "virtualhost", "directory", "location");

	private Sections() {
	}

	/** Whether a section says something about the rules in it. */
	static boolean concernsRules(String name) {
		return KNOWN.contains(name);
	}

	/**
	 * Begin a section.
	 * @param outer the section that it stands in
	 * @param name its name in lower case
	 * @param arguments what stands behind the name
	 * @return the section
	 */
	static Section open(Section outer, String name, String arguments) {
		List<String> words = Arguments.of(arguments);
		String first = words.isEmpty() ? "" : words.get(0);
		Scope scope = outer.scope();
		boolean skipped = outer.skipped();
		String location = outer.location();
		switch (name) {
			case "ifmodule" -> {
				boolean not = first.startsWith("!");
				skipped |= not && OWN_MODULES.contains(first.substring(1));
			}
			case "virtualhost" -> scope = host(outer, words);
			case "directory" -> scope = Scope.folder(first, outer.scope());
			case "location" -> {
				location = first.startsWith("/") ? first : null;
				boolean plain = location != null && words.size() == 1;
				scope = !plain ? refused(outer, name) : Scope.within(null, outer.scope(), wildcards(first));
			}
			case "requireall", "requireany", "requirenone", "limit", "limitexcept" -> {
				// nothing of ours stands in them
			}
			default -> scope = refused(outer, name);
		}
		return new Section(name, scope, skipped, location).within(outer);
	}

	private static Scope refused(Section outer, String name) {
		return Scope.within("/", outer.scope(), "it stands in <" + name + ">, which rules cannot say");
	}

	private static @Nullable String wildcards(String path) {
		return path.matches("[^*?\\[]*") ? null
				: "it stands in <Location " + path + ">, whose path has wildcards, which rules cannot say";
	}

	private static Scope host(Section outer, List<String> addresses) {
		// without an address it is wrong, and for none
		VirtualHost host = new VirtualHost(addresses.isEmpty() ? List.of("*") : addresses);
		return Scope.host(host, host.hasOtherPort() ? "it stands in a virtual host with another port than 80 or 443"
				: outer.scope().refusal());
	}

	/**
	 * The order in which httpd asks: virtual hosts before the rest, servers before
	 * directories, and of these the deepest first.
	 * @param scopes all, in the order of the file
	 * @return all, in the order in which their rules are tested
	 */
	static List<Scope> inOrder(List<Scope> scopes) {
		List<Scope> deepest = new ArrayList<>(scopes);
		// of two sections for one directory that of the virtual host, or the later one
		Collections.reverse(deepest);
		deepest.sort(Comparator.<Scope>comparingInt((scope) -> -depth(scope))
			.thenComparingInt((scope) -> scope.server().isVirtualHost() ? 0 : 1));
		List<Scope> ordered = new ArrayList<>();
		for (int rank = 0; rank < 4; rank++) {
			for (Scope scope : (rank == 2) ? deepest : scopes) {
				if (rank(scope, scopes.get(0)) == rank) {
					ordered.add(scope);
				}
			}
		}
		return ordered;
	}

	private static int depth(Scope scope) {
		return scope.path().split("/").length;
	}

	private static int rank(Scope scope, Scope whole) {
		if (scope.equals(whole)) {
			return scope.isDirectory() ? 3 : 1;
		}
		return scope.isDirectory() ? 2 : 0;
	}

}
