package dev.reroute.importer.apache;

import java.util.ArrayList;
import java.util.List;

import dev.reroute.importer.ForeignConditions;
import dev.reroute.importer.NotTranslatableException;
import org.jspecify.annotations.Nullable;

/**
 * Where rules stand together: a server, a virtual host or a directory.
 */
final class Scope {

	/** Below which path; {@code null} for a server, whose patterns see the whole path. */
	private final @Nullable String directory;

	private final List<String> hosts = new ArrayList<>();

	/** The virtual host that it stands in. */
	private final @Nullable Scope host;

	private final @Nullable String scheme;

	private @Nullable String rewriteBase;

	private boolean engineOff;

	/** Why nothing of it can be translated; {@code null} if something can. */
	private final @Nullable String refusal;

	private final List<RewriteRule> rules = new ArrayList<>();

	private final List<AliasRedirect> redirects = new ArrayList<>();

	private List<RewriteCond> conditions = new ArrayList<>();

	private @Nullable String comment;

	/**
	 * Create.
	 * @param directory below which path it is; {@code null} for a server
	 * @param host what it stands in; {@code null} if it is the whole or a virtual host
	 * @param scheme the scheme of a virtual host; {@code null} for both
	 * @param refusal why nothing of it can be translated, or {@code null}
	 */
	Scope(@Nullable String directory, @Nullable Scope host, @Nullable String scheme, @Nullable String refusal) {
		this.directory = directory;
		this.host = host;
		this.scheme = (host != null) ? host.scheme : scheme;
		this.refusal = refusal;
	}

	boolean isDirectory() {
		return this.directory != null;
	}

	void addHost(String name) {
		this.hosts.add(name.replaceFirst("^https?://", "").replaceFirst(":\\d+$", ""));
	}

	/** The names of the virtual host; none outside of one. */
	List<String> hosts() {
		return (this.host != null) ? this.host.hosts() : this.hosts;
	}

	/** Whether a path may be of the directory, if it is one. */
	boolean holds(String path) {
		return this.directory == null || this.directory.equals("/")
				|| (path + "/").startsWith(this.directory.endsWith("/") ? this.directory : this.directory + "/");
	}

	void rewriteBase(String base) {
		this.rewriteBase = base;
	}

	void engine(boolean on) {
		this.engineOff = !on;
	}

	boolean isEngineOff() {
		return this.engineOff;
	}

	@Nullable String refusal() {
		return this.refusal;
	}

	boolean hasRewriteBase() {
		return this.rewriteBase != null;
	}

	/**
	 * What is taken from a path before patterns are searched in it; empty for nothing.
	 */
	String base() {
		if (this.directory == null) {
			return "";
		}
		String base = (this.rewriteBase != null) ? this.rewriteBase : this.directory;
		return base.endsWith("/") ? base : base + "/";
	}

	List<RewriteRule> rules() {
		return this.rules;
	}

	List<AliasRedirect> redirects() {
		return this.redirects;
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
		if (this.scheme != null) {
			all.scheme(false, this.scheme);
		}
		return all;
	}

}
