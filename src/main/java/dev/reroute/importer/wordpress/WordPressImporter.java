package dev.reroute.importer.wordpress;

import dev.reroute.importer.ImportLog;
import dev.reroute.importer.RuleImporter;

/**
 * Reads an export of the plugin Redirection.
 *
 * <pre>
 * export   = json | csv
 * json     = { "groups": [ group ], "redirects": [ redirect ] }    ; other keys are of no account
 * group    = { "id", "enabled" }
 * redirect = { "url", "match_type", "match_data", "action_type", "action_data", "action_code",
 *              "title", "group_id", "position", "id", "enabled" }
 * csv      = [ header ] *row
 * row      = source , target [ , regex [ , code [ , type [ , hits [ , title [ , status ] ] ] ] ] ]
 * </pre>
 *
 * Of the redirects of JSON the one with the lowest position is tested first, of those
 * with the same the one with the lowest id.
 */
public final class WordPressImporter implements RuleImporter {

	@Override
	public void read(String text, ImportLog log) {
		if (text.stripLeading().startsWith("{")) {
			new JsonExport(log).read(text);
		}
		else {
			new CsvExport(log).read(text);
		}
	}

}
