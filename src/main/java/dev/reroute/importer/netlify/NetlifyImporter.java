package dev.reroute.importer.netlify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import dev.reroute.importer.Directive;
import dev.reroute.importer.ImportLog;
import dev.reroute.importer.InvalidDirectiveException;
import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.RuleImporter;
import dev.reroute.importer.pages.PageLine;
import dev.reroute.pattern.Limits;

/**
 * Reads {@code _redirects} and, where the name ends so, {@code netlify.toml}. The first
 * that matches wins. Of redirects that are equal Netlify keeps the last, which may come
 * later than others that match the same.
 */
public final class NetlifyImporter implements RuleImporter {

	@Override
	public void read(String text, ImportLog log) {
		boolean toml = log.name().toLowerCase(Locale.ROOT).endsWith(".toml");
		List<Found> all = toml ? NetlifyToml.read(text, log) : readLines(text, log);
		Map<NetlifyRule, Directive> last = new HashMap<>();
		for (Found found : all) {
			if (found.rule() != null) {
				last.put(found.rule(), found.directive());
			}
		}
		Translation translation = new Translation();
		all.forEach((found) -> tell(found, last, translation));
	}

	private static void tell(Found found, Map<NetlifyRule, Directive> last, Translation translation) {
		Directive directive = found.directive();
		NetlifyRule rule = found.rule();
		try {
			if (rule == null) {
				throw Objects.requireNonNull(found.invalid());
			}
			Directive kept = last.getOrDefault(rule, directive);
			if (kept != directive) {
				directive.belongsTo(kept);
				return;
			}
			directive.becomes(translation.translate(rule, directive));
		}
		catch (NotTranslatableException ex) {
			directive.isRefused(ex);
		}
		catch (InvalidDirectiveException ex) {
			directive.isInvalid(ex);
		}
	}

	private static List<Found> readLines(String text, ImportLog log) {
		List<Found> all = new ArrayList<>();
		PageLine.readAll(text, (line) -> {
			Directive directive = log.directive(line.number(), line.text());
			all.add(Found.of(directive, () -> {
				if (line.text().length() > Limits.LINE_LENGTH) {
					throw new InvalidDirectiveException("a line of at most " + Limits.LINE_LENGTH + " characters");
				}
				PageLine.Words words = line.words(1);
				directive.comment(words.comment());
				return RedirectsLine.parse(words.list());
			}));
		});
		return all;
	}

}
