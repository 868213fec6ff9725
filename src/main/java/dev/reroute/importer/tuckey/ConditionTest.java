package dev.reroute.importer.tuckey;

import java.util.ArrayList;
import java.util.List;

import dev.reroute.importer.ForeignConditions;
import dev.reroute.importer.NotTranslatableException;

/**
 * A test on a request that a rule can make.
 *
 * @param kind what it looks at
 * @param name the name of the header, cookie or parameter; otherwise empty
 * @param not whether none of the texts may match
 * @param texts texts of which one must match; none for a test that always holds
 */
record ConditionTest(Kind kind, String name, boolean not, List<String> texts) {

	enum Kind {

		HEADER, COOKIE, PARAMETER, QUERY, PATH, HOST, METHOD, SCHEME, CLIENT

	}

	static ConditionTest of(Kind kind, String name, boolean not, String... texts) {
		return new ConditionTest(kind, name, not, List.of(texts));
	}

	/**
	 * Whether one test can be made of this one and another of which one must hold. A rule
	 * has one scheme.
	 */
	boolean joins(ConditionTest other) {
		return !this.not && !other.not && this.kind == other.kind && this.kind != Kind.SCHEME
				&& this.name.equals(other.name);
	}

	ConditionTest or(ConditionTest other) {
		List<String> both = new ArrayList<>(this.texts);
		both.addAll(other.texts);
		return new ConditionTest(this.kind, this.name, false, both);
	}

	void addTo(ForeignConditions conditions) throws NotTranslatableException {
		switch (this.kind) {
			case HEADER -> conditions.header(this.not, this.name, this.texts);
			case COOKIE -> conditions.cookie(this.not, this.name, this.texts);
			case PARAMETER -> conditions.parameter(this.not, this.name, this.texts);
			case QUERY -> conditions.queryString(this.not, this.texts);
			case PATH -> conditions.path(this.not, this.texts);
			case HOST -> conditions.host(this.not, this.texts);
			case METHOD -> conditions.method(this.not, this.texts);
			case SCHEME -> conditions.scheme(this.not, this.texts.get(0));
			case CLIENT -> conditions.client(this.not, this.texts);
		}
	}

}
