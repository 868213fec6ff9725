package dev.reroute.importer.wordpress;

import java.util.Set;

import dev.reroute.importer.NotTranslatableException;
import dev.reroute.rule.RuleBuilder;

/**
 * What a redirect of the plugin does.
 *
 * @param type the type of its action
 * @param code its status, whatever that is
 */
record Effect(String type, int code) {

	private static final int NOT_MODIFIED = 304;

	private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

	private static final Set<Integer> ERRORS = Set.of(400, 401, 403, 404, 410, 418, 451, 500, 501, 502, 503, 504);

	void check() throws NotTranslatableException {
		switch (this.type) {
			case "url" -> {
				if (this.code == NOT_MODIFIED) {
					throw new NotTranslatableException("304 is no redirect: it says that a copy is still good");
				}
			}
			case "pass", "error", "nothing" -> {
			}
			case "random" -> throw new NotTranslatableException("it leads to a random post");
			default -> throw new NotTranslatableException("its action type '" + this.type + "' is not known");
		}
	}

	boolean needsTarget() {
		return this.type.equals("url") || isRewrite();
	}

	boolean isRewrite() {
		return this.type.equals("pass");
	}

	/** A code that the plugin does not know becomes its default, as it does there. */
	void applyTo(RuleBuilder rule, String target) {
		switch (this.type) {
			case "pass" -> rule.rewrite(target);
			case "error" -> rule.respond(ERRORS.contains(this.code) ? this.code : 404);
			case "nothing" -> rule.pass();
			default -> rule.redirect(target).status(REDIRECTS.contains(this.code) ? this.code : 301);
		}
	}

}
