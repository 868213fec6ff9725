package dev.reroute.importer.netlify;

import java.util.ArrayList;
import java.util.List;

import dev.reroute.importer.Directive;
import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.pages.PagePath;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of the rule that a redirect without {@code !} gives way to a file.
 * Here the application is what files are there, and {@code fallback} gives way to it.
 * <ul>
 * <li>A source that begins with a placeholder, or that matches its own target, is meant
 * for what is not there: it becomes a fallback. A rewrite cannot be one.</li>
 * <li>All else is about what has moved away: it becomes an ordinary rule, since nothing
 * is left there to give way to.</li>
 * <li>Fallbacks are tested last. What stands behind one and matches the same would come
 * before it, so that it becomes a fallback as well or is refused.</li>
 * </ul>
 */
final class FilesFirst {

	private static final int MANY = 50;

	/** What becomes of a redirect. */
	enum Decision {

		ORDINARY, FALLBACK

	}

	/** What a fallback matches. */
	private record Claim(@Nullable String scheme, @Nullable String host, PagePath path, int line) {

		private boolean meets(NetlifySource source) {
			return meets(this.scheme, source.scheme()) && meets(this.host, source.host())
					&& this.path.mayMeet(source.path());
		}

		/**
		 * Whether it stands for all that a fallback with this source would.
		 */
		private boolean isFor(NetlifySource source) {
			return (this.scheme == null || this.scheme.equals(source.scheme()))
					&& (this.host == null || this.host.equals(source.host())) && this.path.covers(source.path());
		}

		private static boolean meets(@Nullable String one, @Nullable String other) {
			return one == null || other == null || one.equals(other);
		}

	}

	private final List<Claim> claims = new ArrayList<>();

	Decision decide(NetlifySource source, NetlifyTarget target, boolean force, boolean rewrite, Directive directive)
			throws NotTranslatableException {
		boolean givesWay = !force && (beginsWithPlaceholder(source.path()) || coversTarget(source, target.path()));
		if (givesWay && rewrite) {
			throw new NotTranslatableException(
					"without '!' it gives way to files, and a rewrite cannot give way to the application");
		}
		if (force || rewrite) {
			return decideForced(source, directive);
		}
		if (!givesWay && claimBefore(source) == null) {
			return Decision.ORDINARY;
		}
		claim(source, directive.origin().line());
		return Decision.FALLBACK;
	}

	/**
	 * Decide for a redirect that does not give way.
	 * @param source its source
	 * @param directive where it stands
	 * @return the decision
	 * @throws NotTranslatableException if it stands behind one that gives way
	 */
	Decision decideForced(NetlifySource source, Directive directive) throws NotTranslatableException {
		Claim before = claimBefore(source);
		if (before != null) {
			throw new NotTranslatableException("line " + before.line() + " comes before it and gives way to files, "
					+ "so that it would have to be tested after this one");
		}
		return Decision.ORDINARY;
	}

	private @Nullable Claim claimBefore(NetlifySource source) {
		return this.claims.stream().filter((claim) -> claim.meets(source)).findFirst().orElse(null);
	}

	private void claim(NetlifySource source, int line) {
		boolean all = this.claims.size() > MANY;
		if (!all && this.claims.stream().noneMatch((claim) -> claim.isFor(source))) {
			// of many the first stands for all, so that this takes no time
			boolean many = this.claims.size() == MANY;
			this.claims.add(many ? new Claim(null, null, PagePath.below("/"), this.claims.get(0).line())
					: new Claim(source.scheme(), source.host(), source.path(), line));
		}
	}

	private static boolean beginsWithPlaceholder(PagePath path) {
		return !path.isLiteral() && path.prefix().equals("/");
	}

	private static boolean coversTarget(NetlifySource source, String target) {
		if (source.path().isLiteral() || !source.isOwnHost(target)) {
			return false;
		}
		String example = NetlifySource.pathOf(target).replaceAll(":\\w+", "x");
		return source.path().matches(example) || source.path().matches(example + "/");
	}

}
