package dev.reroute.source.file;

import dev.reroute.rule.DefinitionReader;
import dev.reroute.rule.Definitions;
import dev.reroute.source.RuleSource;

/**
 * The content of a rule file without the file, such as in a test.
 *
 * @param name what to call it
 * @param text the content, in YAML
 */
public record YamlRules(String name, String text) implements RuleSource {

	@Override
	public Definitions load() {
		try {
			return DefinitionReader.read(YamlText.parse(this.text, this.name));
		}
		catch (InvalidFileException ex) {
			return Definitions.failed(ex.problem());
		}
	}

}
