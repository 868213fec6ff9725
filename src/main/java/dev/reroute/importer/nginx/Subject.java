package dev.reroute.importer.nginx;

/**
 * What of a request is tested.
 *
 * @param kind the kind
 * @param name the name of a header, cookie or parameter; otherwise empty
 */
record Subject(Kind kind, String name) {

	static final Subject PATH = new Subject(Kind.PATH, "");

	static final Subject HOST = new Subject(Kind.HOST, "");

	static final Subject QUERY = new Subject(Kind.QUERY, "");

	static final Subject METHOD = new Subject(Kind.METHOD, "");

	/** What there is. */
	enum Kind {

		PATH, HOST, QUERY, METHOD, CLIENT, HEADER, COOKIE, PARAMETER

	}

	/** Whether a request can lack it; to nginx it is empty then, to a rule it is not. */
	boolean mayLack() {
		return this.kind == Kind.HEADER || this.kind == Kind.COOKIE || this.kind == Kind.PARAMETER;
	}

}
