package dev.reroute.importer.apache;

import java.util.ArrayList;
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
			case "directory" -> scope = directory(outer, first);
			case "location" -> {
				location = first.startsWith("/") ? first : null;
				scope = (location == null || words.size() > 1) ? refused(outer, name)
						: new Scope(null, scope, null, scope.refusal());
			}
			case "requireall", "requireany", "requirenone", "limit", "limitexcept" -> {
				// nothing of ours stands in them
			}
			default -> scope = refused(outer, name);
		}
		return new Section(name, scope, skipped, location).within(outer);
	}

	private static Scope refused(Section outer, String name) {
		return new Scope("/", outer.scope(), null, "it stands in <" + name + ">, which rules cannot say");
	}

	private static Scope host(Section outer, List<String> addresses) {
		boolean all = addresses.stream().allMatch((address) -> !address.matches(".*:\\d+"));
		boolean http = addresses.stream().allMatch((address) -> address.endsWith(":80"));
		boolean https = addresses.stream().allMatch((address) -> address.endsWith(":443"));
		if (!all && !http && !https) {
			return new Scope(null, null, null, "it stands in a virtual host with another port than 80 or 443");
		}
		return new Scope(null, null, all ? null : http ? "http" : "https", outer.scope().refusal());
	}

	private static Scope directory(Section outer, String path) {
		String root = outer.documentRoot();
		String below = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
		if (root == null || !(below + "/").startsWith(root + "/")) {
			return new Scope("/", outer.scope(), null,
					"it stands in <Directory " + path + ">, and it is not known which URLs that has");
		}
		return new Scope((below + "/").substring(root.length()), outer.scope(), null, outer.scope().refusal());
	}

	/**
	 * The order in which httpd asks: virtual hosts before the rest, and servers before
	 * directories.
	 * @param scopes all, in the order of the file
	 * @return all, in the order in which their rules are tested
	 */
	static List<Scope> inOrder(List<Scope> scopes) {
		List<Scope> ordered = new ArrayList<>();
		for (int rank = 0; rank < 4; rank++) {
			for (Scope scope : scopes) {
				if (rank(scope, scopes.get(0)) == rank) {
					ordered.add(scope);
				}
			}
		}
		return ordered;
	}

	private static int rank(Scope scope, @Nullable Scope whole) {
		if (scope == whole) {
			return scope.isDirectory() ? 3 : 1;
		}
		return scope.isDirectory() ? 2 : 0;
	}

}
