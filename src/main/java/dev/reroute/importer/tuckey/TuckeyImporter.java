package dev.reroute.importer.tuckey;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.reroute.importer.Directive;
import dev.reroute.importer.ImportLog;
import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.RuleImporter;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code urlrewrite.xml}.
 *
 * <pre>
 * urlrewrite = ( rule | class-rule | outbound-rule )* catch*
 * rule       = name? note? condition* from? set* run* gzip? to?
 * </pre>
 */
public final class TuckeyImporter implements RuleImporter {

	/** How a path is decoded here, too. */
	private static final Set<String> DECODING = Set.of("", "utf-8", "utf8", "header,utf-8", "header,utf8");

	@Override
	public void read(String text, ImportLog log) {
		XmlElement root = XmlText.parse(text, log);
		if (root == null) {
			return;
		}
		if (!root.name().equals("urlrewrite")) {
			log.unreadable("bad-xml", root.line(), "'urlrewrite' around all", "'" + root.name() + "'");
			return;
		}
		boolean wildcard = root.attribute("default-match-type").equalsIgnoreCase("wildcard");
		String refused = refused(root);
		List<TuckeyRule> rules = new ArrayList<>();
		for (XmlElement child : root.children()) {
			Directive directive = log.directive(child.line(), child.toString());
			String type = child.attribute("match-type");
			TuckeyRule rule = new TuckeyRule(child, directive,
					type.isEmpty() ? wildcard : type.equalsIgnoreCase("wildcard"));
			if (rule.isValid()) {
				rules.add(rule);
			}
		}
		LaterRules later = new LaterRules(rules);
		for (int i = 0; i < rules.size(); i++) {
			translate(rules.get(i), i, later, refused);
		}
	}

	/** What changes the text that all patterns are for. */
	private static @Nullable String refused(XmlElement root) {
		if (root.isOn("use-query-string")) {
			return "with 'use-query-string' its pattern is for path and query";
		}
		if (root.isOn("use-context")) {
			return "with 'use-context' its pattern is for a path with the context path";
		}
		String decoding = root.attribute("decode-using").toLowerCase(Locale.ROOT);
		return DECODING.contains(decoding) ? null
				: "with decode-using '" + decoding + "' its pattern is for a path that is not decoded as UTF-8";
	}

	private static void translate(TuckeyRule rule, int number, LaterRules later, @Nullable String refused) {
		if (refused != null) {
			rule.directive().isRefused(refused);
			return;
		}
		try {
			rule.directive().becomes(new RuleTranslation(rule, number, later).translate());
		}
		catch (NotTranslatableException ex) {
			rule.directive().isRefused(ex);
		}
	}

}
