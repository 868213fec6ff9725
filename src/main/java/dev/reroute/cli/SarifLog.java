package dev.reroute.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.reroute.rule.Origin;
import org.jspecify.annotations.Nullable;

/**
 * The part of SARIF 2.1.0 (OASIS) that code hosts read.
 *
 * @param schema where the schema is
 * @param version the version of the format
 * @param runs the one run
 */
record SarifLog(@JsonProperty("$schema") String schema, String version, List<Run> runs) {

	static SarifLog of(Run run) {
		return new SarifLog("https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", List.of(run));
	}

	record Run(Tool tool, List<Invocation> invocations, String columnKind, List<Result> results) {

	}

	record Tool(Driver driver) {

	}

	record Driver(String name, String version, List<Descriptor> rules) {

	}

	/** A kind of result, which SARIF calls a rule. */
	record Descriptor(String id, Message shortDescription, Message fullDescription, Message help,
			Configuration defaultConfiguration) {

	}

	record Configuration(String level) {

	}

	record Message(String text) {

	}

	record Invocation(boolean executionSuccessful) {

	}

	record Result(String ruleId, int ruleIndex, String level, Message message, List<Location> locations,
			@Nullable List<Location> relatedLocations) {

	}

	record Location(@Nullable Integer id, PhysicalLocation physicalLocation, @Nullable Message message) {

		static Location of(Origin origin) {
			return new Location(null, PhysicalLocation.of(origin), null);
		}

		static Location related(int id, Origin origin, String message) {
			return new Location(id, PhysicalLocation.of(origin), new Message(message));
		}

	}

	record PhysicalLocation(ArtifactLocation artifactLocation, Region region) {

		static PhysicalLocation of(Origin origin) {
			Integer column = (origin.column() > 0) ? origin.column() : null;
			// code hosts want a line even where only the file is known
			return new PhysicalLocation(new ArtifactLocation(uri(origin.source())),
					new Region(Math.max(1, origin.line()), column));
		}

		/** Relative to where the command runs, which is the root of the repository. */
		private static String uri(String file) {
			try {
				Path path = Path.of(file);
				Path here = Path.of("").toAbsolutePath();
				Path inside = path.toAbsolutePath().normalize();
				if (!inside.startsWith(here)) {
					return inside.toUri().toASCIIString();
				}
				String name = here.relativize(inside).toString().replace(path.getFileSystem().getSeparator(), "/");
				return new URI(null, null, "/" + name, null).toASCIIString().substring(1);
			}
			catch (InvalidPathException | URISyntaxException ex) {
				return "unknown";
			}
		}

	}

	record ArtifactLocation(String uri) {

	}

	record Region(int startLine, @Nullable Integer startColumn) {

	}

}
