package dev.reroute.source.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import dev.reroute.importer.ImportFormat;
import dev.reroute.rule.Definitions;
import dev.reroute.rule.Problem;
import dev.reroute.rule.RuleDefinition;
import dev.reroute.rule.RuleSettings;
import dev.reroute.source.Progress;
import dev.reroute.source.RuleSource;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.util.ResourceUtils;

/**
 * The rule files of one location: a file, or all that a wildcard matches, by name.
 */
public final class RuleFiles implements RuleSource {

	private static final Log logger = LogFactory.getLog(RuleFiles.class);

	private final String location;

	private final ResourcePatternResolver resolver;

	private final @Nullable Path file;

	private final @Nullable ImportFormat format;

	private final RuleSettings settings;

	private final boolean lenient;

	private volatile List<String> fingerprintAtLoad = List.of();

	private volatile boolean loadedBefore;

	/**
	 * Create for a location, with the settings that hold if nothing is set.
	 * @param location {@code classpath:} or {@code file:} and a path, possibly with
	 * wildcards; without a prefix a file is meant
	 */
	public RuleFiles(String location) {
		this(location, RuleSettings.DEFAULT, false);
	}

	/**
	 * Create for a location.
	 * @param location {@code classpath:} or {@code file:} and a path, possibly with
	 * wildcards; without a prefix a file is meant. In front may stand a foreign format:
	 * {@code netlify:file:_redirects}
	 * @param settings what holds for all rules
	 * @param lenient whether what cannot be translated from a foreign format is logged
	 * instead of being a problem
	 */
	public RuleFiles(String location, RuleSettings settings, boolean lenient) {
		this.format = ImportFormat.inFrontOf(location);
		String path = (this.format != null) ? this.format.cutFrom(location) : location;
		this.location = ResourceUtils.isUrl(path) || path.startsWith("classpath*:") ? path : "file:" + path;
		this.resolver = new PathMatchingResourcePatternResolver();
		this.file = null;
		this.settings = settings;
		this.lenient = lenient;
	}

	private RuleFiles(Path file, @Nullable ImportFormat format, RuleSettings settings) {
		this.location = file.toString();
		this.resolver = new PathMatchingResourcePatternResolver();
		this.file = file;
		this.format = format;
		this.settings = settings;
		this.lenient = false;
	}

	/**
	 * One file, whatever characters its name has: {@code a*b.yaml} is no wildcard. A
	 * foreign format may stand in front: {@code netlify:moved.txt}.
	 * @param file the file
	 * @param settings what holds for all rules
	 * @return the rule files
	 */
	public static RuleFiles of(Path file, RuleSettings settings) {
		ImportFormat format = Files.exists(file) ? null : ImportFormat.inFrontOf(file.toString());
		return (format == null) ? new RuleFiles(file, null, settings)
				: new RuleFiles(Path.of(format.cutFrom(file.toString())), format, settings);
	}

	@Override
	public String name() {
		return this.location;
	}

	@Override
	public Definitions load() {
		boolean again = this.loadedBefore;
		this.loadedBefore = true;
		// before reading: what is written meanwhile is a change
		this.fingerprintAtLoad = fingerprint();
		List<RuleDefinition> rules = new ArrayList<>();
		List<Problem> problems = new ArrayList<>();
		try {
			List<Resource> resources = resources();
			if (resources.isEmpty()) {
				logger.warn("No rule file matches '" + this.location + "'");
			}
			for (Resource resource : resources) {
				RuleResource file = new RuleResource(resource, this.format, this.settings, this.lenient);
				String work = "Reading " + file.name();
				Definitions definitions = file.load(again ? Progress.calm(work) : Progress.of(work));
				rules.addAll(definitions.rules());
				problems.addAll(definitions.problems());
			}
		}
		catch (IOException ex) {
			problems.add(RuleResource.missing(this.location, ex));
		}
		return new Definitions(rules, problems);
	}

	private List<Resource> resources() throws IOException {
		if (this.file != null) {
			return List.of(new FileSystemResource(this.file));
		}
		return Arrays.stream(this.resolver.getResources(this.location))
			.sorted(Comparator.comparing(RuleResource::nameOf))
			.toList();
	}

	/**
	 * What the files look like from outside. It changes when a file is written to,
	 * replaced by a rename, added or removed, and when a symbolic link on the way to it
	 * is switched.
	 * @return the state of all files; files inside a jar never change and are left out
	 */
	List<String> fingerprint() {
		List<String> states = new ArrayList<>();
		try {
			for (Resource resource : resources()) {
				if (resource.isFile()) {
					states.add(fingerprint(resource.getFile().toPath()));
				}
			}
		}
		catch (IOException ex) {
			states.add(String.valueOf(ex.getMessage()));
		}
		return states;
	}

	/**
	 * What the files looked like when they were last read.
	 * @return the state of all files
	 */
	List<String> fingerprintAtLoad() {
		return this.fingerprintAtLoad;
	}

	private static String fingerprint(Path file) {
		try {
			Path real = file.toRealPath();
			BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
			return String.join(" ", real.toString(), String.valueOf(attributes.fileKey()),
					attributes.lastModifiedTime().toString(), Long.toString(attributes.size()));
		}
		catch (IOException ex) {
			return file + " is not there";
		}
	}

}
