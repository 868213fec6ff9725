package dev.reroute.importer.apache;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Which URLs a {@code Directory} has: those of its place below the DocumentRoot, which
 * each virtual host may have for itself.
 */
final class Folders {

	private Folders() {
	}

	/**
	 * Find the URLs of directories in the file system, or refuse them.
	 * @param all all scopes, in the order of the file
	 */
	static void settle(List<Scope> all) {
		Scope main = all.get(0);
		String mainRoot = withoutSlash(main.documentRoot());
		Scope elsewhere = all.stream()
			.filter(Scope::isVirtualHost)
			.filter((host) -> host.documentRoot() != null && !rootOf(host, main).equals(mainRoot))
			.findFirst()
			.orElse(null);
		for (Scope scope : all) {
			if (scope.folder() != null) {
				settle(scope, rootOf(scope.server(), main), scope.server().isVirtualHost() ? null : elsewhere);
			}
		}
	}

	private static void settle(Scope scope, String root, @Nullable Scope elsewhere) {
		String folder = withoutSlash(scope.folder());
		if (root.isEmpty() || folder.matches(".*[*?\\[].*") || !(folder + "/").startsWith(root + "/")) {
			scope.refuse("it stands in <Directory " + scope.folder() + ">, and it is not known which URLs that has");
		}
		else if (elsewhere != null) {
			scope.refuse("it stands in a <Directory> for all virtual hosts, and that of line " + elsewhere.line()
					+ " has its documents elsewhere");
		}
		else {
			scope.directory((folder + "/").substring(root.length()));
		}
	}

	private static String rootOf(Scope server, Scope main) {
		return withoutSlash((server.documentRoot() != null) ? server.documentRoot() : main.documentRoot());
	}

	private static String withoutSlash(@Nullable String folder) {
		return (folder == null) ? "" : folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
	}

}
