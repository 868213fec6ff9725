package dev.reroute.importer.nginx;

import dev.reroute.importer.NotTranslatableException;
import dev.reroute.rule.RuleBuilder;

/**
 * What becomes of a request in the end.
 */
sealed interface Action {

	/** What it takes from the request. */
	default Value value() {
		return Value.EMPTY;
	}

	/** The same with a value in the place of a piece. */
	default Action with(Piece piece, Value value) {
		return this;
	}

	/**
	 * Give the action to a rule.
	 * @param rule the rule
	 * @param writer writes targets
	 */
	void applyTo(RuleBuilder rule, TargetWriter writer) throws NotTranslatableException;

	/**
	 * {@code return 301 ...} and {@code rewrite ... redirect}.
	 *
	 * @param target where to
	 * @param status how
	 * @param appended the query that is put behind the target
	 */
	record Redirect(Value target, int status, Args appended) implements Action {

		@Override
		public Value value() {
			return this.target.and(this.appended.own());
		}

		@Override
		public Action with(Piece piece, Value value) {
			return new Redirect(this.target.with(piece, value), this.status,
					new Args(this.appended.own().with(piece, value), this.appended.kept()));
		}

		@Override
		public void applyTo(RuleBuilder rule, TargetWriter writer) throws NotTranslatableException {
			TargetWriter.Target written = writer.redirect(this.target, this.appended);
			rule.redirect(written.text()).status(this.status);
			if (!written.queryKept()) {
				rule.dropQuery();
			}
		}

	}

	/**
	 * A changed path, for whatever answers.
	 *
	 * @param uri the path
	 * @param args the query
	 */
	record Rewrite(Value uri, Args args) implements Action {

		@Override
		public Value value() {
			return this.uri.and(this.args.own());
		}

		@Override
		public Action with(Piece piece, Value value) {
			return new Rewrite(this.uri.with(piece, value),
					new Args(this.args.own().with(piece, value), this.args.kept()));
		}

		@Override
		public void applyTo(RuleBuilder rule, TargetWriter writer) throws NotTranslatableException {
			TargetWriter.Target written = writer.rewrite(this.uri, this.args);
			rule.rewrite(written.text());
			if (!written.queryKept()) {
				rule.dropQuery();
			}
		}

	}

	/**
	 * {@code return 404}.
	 *
	 * @param status the status
	 */
	record Respond(int status) implements Action {

		@Override
		public void applyTo(RuleBuilder rule, TargetWriter writer) {
			rule.respond(this.status);
		}

	}

	/** Something else answers. */
	record Pass() implements Action {

		@Override
		public void applyTo(RuleBuilder rule, TargetWriter writer) {
			rule.pass();
		}

	}

}
