package dev.reroute.importer.apache;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.reroute.importer.ForeignConditions;
import dev.reroute.importer.NotTranslatableException;
import org.jspecify.annotations.Nullable;

/**
 * Where rules stand together: a server, a virtual host or a directory.
 */
final class Scope {

	/** Below which path; {@code null} for a server, whose patterns see the whole path. */
	private @Nullable String directory;

	/** Its place in the file system, if that is what is said of it. */
	private @Nullable String folder;

	/** Where the documents of a server lie. */
	private @Nullable String documentRoot;

	private final List<String> hosts = new ArrayList<>();

	/** The server or virtual host that it stands in; {@code null} if it is one. */
	private final @Nullable Scope host;

	/** What the server or virtual host is asked for, of which this is. */
	private final VirtualHost address;

	/** Hosts of other virtual hosts, where it is for all but those. */
	private List<String> otherHosts = List.of();

	private int line;

	private @Nullable String rewriteBase;

	/** Whether mod_rewrite is at work; {@code null} if nothing is said here. */
	private @Nullable Boolean engine;

	private boolean rewrites;

	/** Why nothing of it can be translated; {@code null} if something can. */
	private @Nullable String refusal;

	private final List<RewriteRule> rules = new ArrayList<>();

	private final List<AliasRedirect> redirects = new ArrayList<>();

	private List<RewriteCond> conditions = new ArrayList<>();

	private @Nullable String comment;

	private Scope(@Nullable String directory, @Nullable Scope host, VirtualHost address, @Nullable String refusal) {
		this.directory = directory;
		this.host = host;
		this.address = address;
		this.refusal = refusal;
	}

	/**
	 * The file as a whole.
	 * @param directory below which path it is; {@code null} for a server
	 * @return the scope
	 */
	static Scope whole(@Nullable String directory) {
		return new Scope(directory, null, new VirtualHost(List.of()), null);
	}

	/**
	 * A virtual host.
	 * @param address what it is asked for
	 * @param refusal why nothing of it can be translated, or {@code null}
	 * @return the scope
	 */
	static Scope host(VirtualHost address, @Nullable String refusal) {
		return new Scope(null, null, address, refusal);
	}

	/**
	 * A section in a server.
	 * @param directory below which path it is; {@code null} if that makes no difference
	 * @param outer what it stands in
	 * @param refusal why nothing of it can be translated, or {@code null}
	 * @return the scope
	 */
	static Scope within(@Nullable String directory, Scope outer, @Nullable String refusal) {
		return new Scope(directory, outer.server(), outer.address, (refusal != null) ? refusal : outer.refusal);
	}

	/**
	 * A directory of which only its place in the file system is known yet.
	 * @param folder the path of the directory
	 * @param outer what it stands in
	 * @return the scope
	 */
	static Scope folder(String folder, Scope outer) {
		Scope scope = within("/", outer, null);
		scope.folder = folder;
		return scope;
	}

	@Nullable String folder() {
		return this.folder;
	}

	/** The URL path of a folder. */
	void directory(String path) {
		this.directory = path;
	}

	void documentRoot(String folder) {
		server().documentRoot = folder;
	}

	@Nullable String documentRoot() {
		return this.documentRoot;
	}

	boolean isDirectory() {
		return this.directory != null;
	}

	boolean isVirtualHost() {
		return this.host == null && this.address.isVirtual();
	}

	/**
	 * Whether it is a section such as Location, which is neither server nor directory.
	 */
	boolean isLocation() {
		return this.host != null && this.directory == null;
	}

	/** The whole file or the virtual host that it stands in, or is. */
	Scope server() {
		return (this.host != null) ? this.host : this;
	}

	VirtualHost address() {
		return this.address;
	}

	/** The line that begins it; 0 for the whole. */
	int line() {
		return this.line;
	}

	void line(int line) {
		this.line = line;
	}

	void addHost(String name, int line) {
		String host = VirtualHost.withoutPort(name);
		this.address.add(host, line);
		if (host.indexOf('?') < 0) {
			this.hosts.add(host);
		}
	}

	/** The names by which it is known, of which not all can be said. */
	Map<String, Integer> names() {
		return this.address.names();
	}

	void isNotFor(List<String> hosts) {
		this.otherHosts = List.copyOf(hosts);
	}

	/** The names of the virtual host; none outside of one. */
	List<String> hosts() {
		return (this.host != null) ? this.host.hosts() : this.hosts;
	}

	/** The path of the directory, which ends in a slash; empty if it is none. */
	String path() {
		return (this.directory == null) ? "" : withSlash(this.directory);
	}

	private static String withSlash(String path) {
		return path.endsWith("/") ? path : path + "/";
	}

	/** Whether a request may be for both. */
	boolean isRelatedTo(Scope other) {
		return server().equals(other.server()) || !server().isVirtualHost() || !other.server().isVirtualHost();
	}

	/** Whether all that a redirect is for is in the directory, if it is one. */
	boolean holds(AliasRedirect redirect) {
		String base = base();
		if (base.length() <= 1) {
			return true;
		}
		return redirect.isRegex() ? redirect.regex().prefixes().stream().allMatch((prefix) -> prefix.startsWith(base))
				: (redirect.path() + "/").startsWith(base);
	}

	void rewriteBase(String base) {
		this.rewriteBase = withSlash(base);
	}

	void engine(boolean on) {
		this.engine = on;
	}

	@Nullable Boolean engine() {
		return this.engine;
	}

	boolean isEngineOff() {
		return Boolean.FALSE.equals(this.engine);
	}

	/** It has a directive of mod_rewrite. */
	void rewrites() {
		this.rewrites = true;
	}

	boolean isRewriting() {
		return this.rewrites;
	}

	@Nullable String refusal() {
		return (this.refusal != null || this.host == null) ? this.refusal : this.host.refusal();
	}

	/** What was refused once stays so. */
	void refuse(String reason) {
		if (this.refusal == null) {
			this.refusal = reason;
		}
	}

	boolean hasRewriteBase() {
		return this.rewriteBase != null;
	}

	/** Whether relative targets are of another path than the patterns. */
	boolean hasOtherBase() {
		return this.host != null && this.rewriteBase != null && !path().equals(this.rewriteBase);
	}

	/**
	 * What is taken from a path before patterns are searched in it; empty for nothing. Of
	 * an {@code .htaccess} the RewriteBase tells where it lies; of a section that is
	 * known.
	 */
	String base() {
		if (this.directory == null || this.host != null || this.rewriteBase == null) {
			return path();
		}
		return this.rewriteBase;
	}

	List<RewriteRule> rules() {
		return this.rules;
	}

	List<AliasRedirect> redirects() {
		return this.redirects;
	}

	/**
	 * A redirect of a section such as Location. httpd asks the last of them first, and
	 * then those of the server.
	 */
	void addWithin(AliasRedirect redirect) {
		server().redirects.add(0, redirect);
	}

	void add(RewriteCond condition, @Nullable String comment) {
		if (this.conditions.isEmpty()) {
			this.comment = comment;
		}
		this.conditions.add(condition);
	}

	/** The conditions since the last rule, which are that of the next one. */
	List<RewriteCond> takeConditions() {
		List<RewriteCond> taken = this.conditions;
		this.conditions = new ArrayList<>();
		return taken;
	}

	@Nullable String takeComment(@Nullable String own) {
		String taken = (own != null) ? own : this.comment;
		this.comment = null;
		return taken;
	}

	/** What holds for all rules in it. */
	ForeignConditions conditions() throws NotTranslatableException {
		ForeignConditions all = new ForeignConditions();
		if (!hosts().isEmpty()) {
			all.host(false, hosts());
		}
		if (!server().otherHosts.isEmpty()) {
			all.host(true, server().otherHosts);
		}
		String scheme = this.address.scheme();
		if (scheme != null) {
			all.scheme(false, scheme);
		}
		return all;
	}

}
