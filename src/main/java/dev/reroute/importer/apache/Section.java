package dev.reroute.importer.apache;

import dev.reroute.importer.Directive;
import org.jspecify.annotations.Nullable;

/**
 * A section that is open.
 */
final class Section {

	private final String name;

	private final Scope scope;

	private final boolean skipped;

	private final @Nullable String location;

	private @Nullable Directive directive;

	private @Nullable Section outer;

	/**
	 * Create.
	 * @param name its name in lower case
	 * @param scope where its rules stand
	 * @param skipped whether httpd takes nothing of it
	 * @param location the path of a {@code Location}; {@code null} in all others
	 */
	Section(String name, Scope scope, boolean skipped, @Nullable String location) {
		this.name = name;
		this.scope = scope;
		this.skipped = skipped;
		this.location = location;
	}

	Section within(Section outer) {
		this.outer = outer;
		return this;
	}

	Section begunBy(Directive directive) {
		this.directive = directive;
		return this;
	}

	/** What began it; {@code null} for the whole file. */
	@Nullable Directive directive() {
		return this.directive;
	}

	String name() {
		return this.name;
	}

	Scope scope() {
		return this.scope;
	}

	boolean skipped() {
		return this.skipped;
	}

	@Nullable String location() {
		return this.location;
	}

	boolean isIn(String section) {
		return this.name.equals(section) || (this.outer != null && this.outer.isIn(section));
	}

}
