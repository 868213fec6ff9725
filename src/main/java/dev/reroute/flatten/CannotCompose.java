package dev.reroute.flatten;

/**
 * Two redirects do not make one.
 */
final class CannotCompose extends Exception {

	private final transient LeftReason reason;

	CannotCompose(LeftReason reason) {
		super(reason.sentence(), null, false, false);
		this.reason = reason;
	}

	LeftReason reason() {
		return this.reason;
	}

}
