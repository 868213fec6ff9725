package dev.reroute.importer.nginx;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import dev.reroute.importer.Directive;
import dev.reroute.importer.ImportLog;
import dev.reroute.rule.RuleBuilder;

/**
 * What became of each statement.
 */
final class Ledger {

	private final ImportLog log;

	private final IdentityHashMap<Statement, Directive> directives = new IdentityHashMap<>();

	private final Set<Statement> told = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Set<Statement> refused = Collections.newSetFromMap(new IdentityHashMap<>());

	Ledger(ImportLog log) {
		this.log = log;
	}

	/** Count a statement, and those within it. */
	void open(Statement statement) {
		directive(statement);
		if (!Names.isOpaque(statement)) {
			statement.body().forEach(this::open);
		}
	}

	private Directive directive(Statement statement) {
		return this.directives.computeIfAbsent(statement, (key) -> {
			Directive directive = this.log.directive(key.line(), key.text());
			directive.comment(key.comment());
			return directive;
		});
	}

	/** It becomes a rule; returns whether the rule is taken. */
	boolean becomes(Statement statement, RuleBuilder rule) {
		this.told.add(statement);
		return directive(statement).becomes(rule);
	}

	void unrelated(Statement statement) {
		this.told.add(statement);
		directive(statement).isUnrelated();
	}

	void invalid(Statement statement, String expected) {
		if (this.refused.add(statement)) {
			this.told.add(statement);
			directive(statement).isInvalid(expected);
		}
	}

	void refuse(Statement statement, String reason) {
		if (this.refused.add(statement)) {
			this.told.add(statement);
			directive(statement).isRefused(reason);
		}
	}

	/** A statement is refused, and so is what stands within it. */
	void refuseAll(Statement statement, String reason) {
		refuse(statement, reason);
		statement.body().forEach((inner) -> share(inner, statement));
	}

	private void share(Statement inner, Statement outer) {
		if (this.told.add(inner)) {
			directive(inner).belongsTo(directive(outer));
		}
		if (!Names.isOpaque(inner)) {
			inner.body().forEach((deeper) -> share(deeper, outer));
		}
	}

	boolean isRefused(Statement statement) {
		return this.refused.contains(statement);
	}

	/** Whatever else was met has changed what others mean, or is never reached. */
	void close() {
		this.directives.forEach((statement, directive) -> {
			if (!this.told.contains(statement)) {
				directive.isSetting();
			}
		});
	}

}
