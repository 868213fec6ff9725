package dev.reroute.engine;

/**
 * What happens to a request whose path is malformed: bad percent-encoding, dot segments,
 * backslashes, control characters. No rule ever matches it.
 */
public enum MalformedPaths {

	/** It is answered with 400. */
	REJECT,

	/** It passes, and the application judges. */
	PASS

}
