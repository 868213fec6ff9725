package dev.reroute.importer.cloudflare;

import java.util.HashMap;
import java.util.Map;

import dev.reroute.importer.Directive;
import dev.reroute.importer.ImportLog;
import dev.reroute.importer.InvalidDirectiveException;
import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.RuleImporter;
import dev.reroute.importer.pages.PageLine;

/**
 * Reads {@code _redirects} of Cloudflare Pages and Workers. Cloudflare looks up static
 * rules first and then tests the dynamic ones; since a rule without placeholders counts
 * as dynamic once it stands behind one, that is the order of the lines.
 */
public final class CloudflareImporter implements RuleImporter {

	private static final int STATIC_RULES = 2_000;

	private static final int DYNAMIC_RULES = 100;

	private static final int LINE_LENGTH = 2_000;

	@Override
	public void read(String text, ImportLog log) {
		new Reading(log).read(text);
	}

	/** What was met so far. */
	private static final class Reading {

		private final ImportLog log;

		private final Map<String, Integer> lineOfSource = new HashMap<>();

		private int statics;

		private int dynamics;

		private Reading(ImportLog log) {
			this.log = log;
		}

		void read(String text) {
			PageLine.readAll(text, (line) -> {
				Directive directive = this.log.directive(line.number(), line.text());
				try {
					read(line, directive);
				}
				catch (NotTranslatableException ex) {
					directive.isRefused(ex);
				}
				catch (InvalidDirectiveException ex) {
					directive.isInvalid(ex);
				}
			});
		}

		private void read(PageLine line, Directive directive)
				throws InvalidDirectiveException, NotTranslatableException {
			if (this.dynamics > DYNAMIC_RULES) {
				throw tooManyDynamic();
			}
			if (line.text().length() > LINE_LENGTH) {
				throw new NotTranslatableException("Cloudflare ignores a line of more than 2,000 characters");
			}
			PageLine.Words words = line.words(2);
			directive.comment(words.comment());
			CloudflareRule rule = CloudflareRule.parse(words.list(), this::count);
			Integer before = this.lineOfSource.putIfAbsent(rule.from(), line.number());
			if (before != null) {
				throw new NotTranslatableException("line " + before + " has the same source, and comes first");
			}
			directive.becomes(rule.translate());
		}

		/** Invalid lines count as well, if their source is valid. */
		private void count(boolean placeholders) throws NotTranslatableException {
			if (!placeholders && this.dynamics == 0) {
				this.statics++;
				if (this.statics > STATIC_RULES) {
					throw new NotTranslatableException("Cloudflare takes 2,000 rules without placeholders at most");
				}
			}
			else {
				this.dynamics++;
				if (this.dynamics > DYNAMIC_RULES) {
					throw tooManyDynamic();
				}
			}
		}

		private static NotTranslatableException tooManyDynamic() {
			return new NotTranslatableException(
					"Cloudflare takes 100 rules from the first with placeholders on at most, "
							+ "and reads no further");
		}

	}

}
