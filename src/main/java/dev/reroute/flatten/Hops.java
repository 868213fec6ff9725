package dev.reroute.flatten;

import dev.reroute.rule.RedirectStatus;

/**
 * Which hops may become part of a longer one.
 */
public enum Hops {

	/** Only permanent ones (301, 308): a temporary one is there on purpose. */
	PERMANENT,

	/** Temporary ones as well. */
	ALL;

	boolean include(RedirectStatus status) {
		return this == ALL || status.isPermanent();
	}

}
