package dev.reroute.importer.nginx;

/**
 * A test on a request that must hold.
 *
 * @param subject what it looks at
 * @param kind how
 * @param text what is compared or searched for
 * @param ignoreCase whether case makes no difference
 * @param negative whether it must fail
 */
record Test(Subject subject, Kind kind, String text, boolean ignoreCase, boolean negative) {

	/** A regular expression for what is there. */
	static final String PRESENT = ".+";

	/** How a text is looked at. */
	enum Kind {

		EQUAL, PREFIX, REGEX

	}

	static Test equal(Subject subject, String text) {
		return new Test(subject, Kind.EQUAL, text, false, false);
	}

	static Test prefix(String path) {
		return new Test(Subject.PATH, Kind.PREFIX, path, false, false);
	}

	static Test regex(Subject subject, String regex, boolean ignoreCase) {
		return new Test(subject, Kind.REGEX, regex, ignoreCase, false);
	}

	static Test present(Subject subject) {
		return regex(subject, PRESENT, false);
	}

	Test not() {
		return new Test(this.subject, this.kind, this.text, this.ignoreCase, !this.negative);
	}

	boolean isOnPath() {
		return this.subject.equals(Subject.PATH);
	}

	boolean isPresence() {
		return this.kind == Kind.REGEX && this.text.equals(PRESENT);
	}

}
