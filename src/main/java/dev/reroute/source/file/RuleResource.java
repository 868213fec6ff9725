package dev.reroute.source.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import dev.reroute.importer.ImportFormat;
import dev.reroute.importer.ImportResult;
import dev.reroute.rule.DefinitionReader;
import dev.reroute.rule.Definitions;
import dev.reroute.rule.InvalidDocumentException;
import dev.reroute.rule.JsonText;
import dev.reroute.rule.Origin;
import dev.reroute.rule.Problem;
import dev.reroute.rule.RuleSettings;
import dev.reroute.rule.Suggestion;
import dev.reroute.source.Progress;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.util.ClassUtils;

/**
 * One rule file, in whatever format.
 *
 * @param resource where it is
 * @param format its foreign format; {@code null} where its name tells
 * @param settings what holds for all rules
 * @param lenient whether what cannot be translated is logged instead of being a problem
 */
record RuleResource(Resource resource, @Nullable ImportFormat format, RuleSettings settings, boolean lenient) {

	private static final Log logger = LogFactory.getLog(RuleResource.class);

	private static final List<String> FORMATS = Arrays.stream(ImportFormat.values())
		.map(ImportFormat::toString)
		.toList();

	/**
	 * What to call it in problems.
	 * @return its path
	 */
	String name() {
		return nameOf(this.resource);
	}

	static String nameOf(Resource resource) {
		if (resource instanceof ClassPathResource classPath) {
			return "classpath:" + classPath.getPath();
		}
		try {
			return resource.isFile() ? resource.getFile().getPath() : resource.getURL().toString();
		}
		catch (IOException ex) {
			return resource.getDescription();
		}
	}

	/**
	 * Read it.
	 * @param progress told of each rule of a long file
	 * @return what it holds; what cannot be read is a problem
	 */
	Definitions load(Progress progress) {
		String name = name();
		String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		if (isDirectory(this.resource)) {
			return Definitions.failed(directory(name));
		}
		ImportFormat foreign = (this.format != null) ? this.format
				: ImportFormat.of(name.substring(name.lastIndexOf('/') + 1));
		try (InputStream in = this.resource.getInputStream()) {
			if (foreign != null) {
				return load(ForeignFile.read(in, name, foreign, this.settings), name);
			}
			return switch (extension) {
				case "yaml", "yml" -> DefinitionReader.read(YamlText.parse(FileText.read(in, name), name));
				case "json" -> DefinitionReader.read(JsonText.parse(FileText.readUnbroken(in, name), name));
				case "csv" -> loadCsv(in, name, progress);
				default -> Definitions.failed(Problem.of("unknown-format", Origin.of(name), null,
						"a file that ends in '.yaml', '.yml', '.json' or '.csv', or with its format in front, such as "
								+ "'netlify:' (one of " + ImportFormat.names() + ")",
						Problem.quoted(name)));
			};
		}
		catch (InvalidFileException ex) {
			return Definitions.failed(ex.problem());
		}
		catch (InvalidDocumentException ex) {
			return Definitions.failed(ex.problem());
		}
		catch (IOException ex) {
			return Definitions.failed(missing(name, ex));
		}
	}

	/** Who said that lines may be left out wants to read which. */
	private Definitions load(ImportResult imported, String name) {
		if (!this.lenient || imported.directives() == 0) {
			return new Definitions(imported.rules(), imported.problems());
		}
		imported.problems().forEach((problem) -> logger.warn("Left out: " + problem));
		logger.info("'" + name + "': " + imported.summary());
		return Definitions.of(imported.rules());
	}

	/** The JDK would read a directory as a list of its files. */
	private static boolean isDirectory(Resource resource) {
		try {
			return resource.isFile() && resource.getFile().isDirectory();
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** The library for CSV is not every user's. */
	private static Definitions loadCsv(InputStream in, String name, Progress progress) throws IOException {
		if (!ClassUtils.isPresent("de.siegmar.fastcsv.reader.CsvReader", RuleResource.class.getClassLoader())) {
			return Definitions.failed(Problem.of("missing-library", Origin.of(name), null,
					"'de.siegmar:fastcsv' on the class path, to read CSV", "none"));
		}
		return CsvText.parse(in, name, progress);
	}

	static Problem directory(String name) {
		return Problem.of("unreadable-file", Origin.of(name), null, "a file that can be read", "a directory");
	}

	static Problem missing(String name, IOException ex) {
		boolean missing = ex instanceof FileNotFoundException || ex instanceof NoSuchFileException;
		String got = missing ? "no such file"
				: (ex instanceof AccessDeniedException) ? "no permission to read it" : String.valueOf(ex.getMessage());
		// what stands in front of a location may be a format that nobody knows
		String hint = Suggestion.of(name.substring(0, Math.max(0, name.indexOf(':'))), FORMATS);
		return new Problem(missing ? "missing-file" : "unreadable-file", Origin.of(name), null,
				"a file that can be read", got, hint);
	}

}
