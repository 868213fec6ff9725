package dev.reroute.importer.nginx;

/**
 * The query of a request, as far as it was changed.
 *
 * @param own what a directive put there
 * @param kept whether what the client sent stands behind it
 */
record Args(Value own, boolean kept) {

	static final Args ORIGINAL = new Args(Value.EMPTY, true);

	static final Args NONE = new Args(Value.EMPTY, false);

	/** The value of {@code $args}. */
	Value value() {
		Value sent = Value.variable("args");
		if (this.own.isEmpty()) {
			return this.kept ? sent : Value.EMPTY;
		}
		return this.kept ? this.own.and(Value.text("&")).and(sent) : this.own;
	}

	/** The value of {@code $is_args}. */
	Value mark() {
		if (!this.own.isEmpty()) {
			return Value.text("?");
		}
		return this.kept ? Value.variable("is_args") : Value.EMPTY;
	}

	/** These behind others. */
	Args behind(Value front) {
		if (front.isEmpty()) {
			return this;
		}
		return new Args(this.own.isEmpty() ? front : front.and(Value.text("&")).and(this.own), this.kept);
	}

}
