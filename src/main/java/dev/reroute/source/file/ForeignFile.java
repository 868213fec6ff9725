package dev.reroute.source.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.reroute.importer.ImportFormat;
import dev.reroute.importer.ImportResult;
import dev.reroute.pattern.Limits;
import dev.reroute.rule.Origin;
import dev.reroute.rule.Problem;
import dev.reroute.rule.RuleSettings;

/**
 * Reads a file of a foreign format within the bounds that hold for rule files.
 */
public final class ForeignFile {

	private ForeignFile() {
	}

	/**
	 * Read a file.
	 * @param file the file
	 * @param format its format
	 * @param settings what holds for all rules
	 * @return what became of it; a file that cannot be read at all has no directives and
	 * one problem
	 */
	public static ImportResult read(Path file, ImportFormat format, RuleSettings settings) {
		if (Files.isDirectory(file)) {
			return ImportResult.failed(RuleResource.directory(file.toString()));
		}
		try (InputStream in = Files.newInputStream(file)) {
			return read(in, file.toString(), format, settings);
		}
		catch (IOException ex) {
			return ImportResult.failed(RuleResource.missing(file.toString(), ex));
		}
	}

	static ImportResult read(InputStream in, String name, ImportFormat format, RuleSettings settings)
			throws IOException {
		try {
			String text = FileText.readAny(in, name, format.isLineByLine() ? Limits.LINE_LENGTH : Limits.FILE_LENGTH);
			if (text.isBlank()) {
				// who empties a file to write it anew does not mean that no rule is left
				return ImportResult.failed(Problem.of("empty-file", new Origin(name, 1, 0), null,
						"redirects, or a comment if there are to be none", "an empty file"));
			}
			return format.read(text, name, settings);
		}
		catch (InvalidFileException ex) {
			return ImportResult.failed(ex.problem());
		}
	}

}
