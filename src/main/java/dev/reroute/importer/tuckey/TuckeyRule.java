package dev.reroute.importer.tuckey;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.reroute.importer.Directive;
import dev.reroute.importer.NotTranslatableException;
import org.jspecify.annotations.Nullable;

/**
 * A {@code rule}, or another child of the root, with what is known of it before it is
 * translated.
 */
final class TuckeyRule {

	private static final Set<String> PARTS = Set.of("name", "note", "condition", "from", "set", "run", "gzip", "to");

	private static final Set<String> TEXTS = Set.of("condition", "from", "set", "to");

	private static final Map<String, Integer> REDIRECTS = Map.of("redirect", 302, "temporary-redirect", 302,
			"permanent-redirect", 301, "307-temporary-redirect", 307, "308-permanent-redirect", 308);

	private static final Set<String> REWRITES = Set.of("", "forward", "passthrough");

	private final XmlElement element;

	private final Directive directive;

	private final boolean wildcard;

	/** Its pattern; {@code null} if it cannot be read. */
	private final @Nullable FromPattern from;

	/** Whether it makes another URL of what it matches. */
	private final boolean changesUrl;

	TuckeyRule(XmlElement element, Directive directive, boolean wildcard) {
		this.element = element;
		this.directive = directive;
		this.wildcard = wildcard;
		this.directive.comment(comment());
		XmlElement to = to();
		boolean targets = element.name().equals("rule") && isEnabled() && to != null && !to.text().isEmpty();
		this.changesUrl = targets || element.name().equals("class-rule");
		this.from = targets ? fromIfReadable() : null;
	}

	private @Nullable FromPattern fromIfReadable() {
		try {
			return FromPattern.of(this.element.child("from"), this.wildcard);
		}
		catch (NotTranslatableException ex) {
			return null;
		}
	}

	private @Nullable String comment() {
		XmlElement name = this.element.child("name");
		return (name != null) ? name.text().replaceAll("\\s+", " ") : null;
	}

	Directive directive() {
		return this.directive;
	}

	boolean isWildcard() {
		return this.wildcard;
	}

	List<XmlElement> conditions() {
		return this.element.children("condition");
	}

	/**
	 * Say what is wrong with it, if anything is.
	 * @return whether nothing is
	 */
	boolean isValid() {
		String expected = switch (this.element.name()) {
			case "rule" -> wrongPart();
			case "class-rule", "outbound-rule", "catch" -> null;
			default -> "a rule, class-rule, outbound-rule or catch";
		};
		if (expected != null) {
			this.directive.isInvalid(expected);
		}
		return expected == null;
	}

	private @Nullable String wrongPart() {
		for (XmlElement part : this.element.children()) {
			boolean twice = !Set.of("condition", "set", "run").contains(part.name())
					&& this.element.children(part.name()).size() > 1;
			if (!PARTS.contains(part.name()) || twice) {
				return "name, note, from and to once, and condition, set and run, in a rule, and not another '"
						+ part.name() + "'";
			}
		}
		boolean sets = PARTS.stream()
			.filter(Set.of("set", "run", "gzip")::contains)
			.anyMatch((part) -> this.element.child(part) != null);
		XmlElement to = to();
		return ((to == null || to.text().isEmpty()) && !sets) ? "a 'to' with a target" : null;
	}

	FromPattern from() throws NotTranslatableException {
		FromPattern known = this.from;
		return (known != null) ? known : FromPattern.of(this.element.child("from"), this.wildcard);
	}

	@Nullable XmlElement to() {
		return this.element.child("to");
	}

	boolean isEnabled() {
		return !this.element.attribute("enabled").equalsIgnoreCase("false");
	}

	/** Whether no rule behind it is asked. */
	boolean isLast() {
		XmlElement to = to();
		return to != null && to.isOn("last");
	}

	/** What all URLs begin with that it may go on with, without regard to case. */
	String literalPrefix() {
		FromPattern known = this.from;
		return (known != null) ? known.literalPrefix() : "";
	}

	/** Whether it makes another URL of what it matches. */
	boolean changesUrl() {
		return this.changesUrl;
	}

	/**
	 * Whether it may go on with the target of a rule above.
	 * @param texts the target's own texts; between them anything may stand
	 * @return whether it may
	 */
	boolean mayGoOnWith(List<String> texts) {
		FromPattern known = this.from;
		return this.changesUrl && (known == null || known.mayBeFoundIn(texts));
	}

	/** The status of a redirect; {@code null} for a rewrite. */
	@Nullable Integer redirectStatus() throws NotTranslatableException {
		XmlElement to = to();
		String type = (to != null) ? to.attribute("type") : "";
		if (REWRITES.contains(type)) {
			return null;
		}
		Integer status = REDIRECTS.get(type);
		if (status == null) {
			throw new NotTranslatableException(type.equals("proxy") ? "it is a proxy"
					: "a rule does not include pages: its 'to' is of the type '" + type + "'");
		}
		return status;
	}

	/**
	 * Refuse what a rule cannot do beside redirect and rewrite.
	 * @throws NotTranslatableException if it does such a thing
	 */
	void requireOnlyTarget() throws NotTranslatableException {
		switch (this.element.name()) {
			case "class-rule" -> throw new NotTranslatableException("it runs a class");
			case "catch" -> throw new NotTranslatableException("it runs a class when another one fails");
			case "outbound-rule" -> throw new NotTranslatableException("it changes links within pages");
			default -> {
			}
		}
		if (this.element.children().stream().anyMatch((part) -> TEXTS.contains(part.name()) && part.isInterrupted())) {
			throw new NotTranslatableException("of a text with a comment or CDATA in it Tuckey reads a part");
		}
		if (this.element.child("run") != null) {
			throw new NotTranslatableException("it runs a class");
		}
		if (this.element.child("gzip") != null) {
			throw new NotTranslatableException(
					"it compresses answers: write 'server.compression.enabled' in Spring Boot");
		}
		for (XmlElement set : this.element.children("set")) {
			if (!set.attribute("type").equals("status") || !stops()) {
				throw new NotTranslatableException("a rule does not set " + whatIsSet(set));
			}
		}
		XmlElement to = to();
		if (to != null && !to.attribute("context").isEmpty()) {
			throw new NotTranslatableException("it leads to another application");
		}
	}

	private boolean stops() {
		XmlElement to = to();
		return to != null && to.text().equalsIgnoreCase("null");
	}

	private static String whatIsSet(XmlElement set) {
		String type = set.attribute("type");
		return switch (type) {
			case "", "request" -> "an attribute of the request";
			case "session" -> "an attribute of the session";
			case "response-header" -> "a header of the answer";
			case "status" -> "the status of a page";
			case "parameter" -> "parameters in this way: write them into the target's query";
			default -> "the " + type;
		};
	}

	/** The status that it answers with, if it stops the request. */
	int answeredStatus() throws NotTranslatableException {
		List<XmlElement> sets = this.element.children("set");
		String status = sets.isEmpty() ? "200" : sets.get(sets.size() - 1).text();
		if (!status.matches("[45]\\d\\d")) {
			throw new NotTranslatableException("it answers with an empty page and the status '" + status + "'");
		}
		return Integer.parseInt(status);
	}

}
