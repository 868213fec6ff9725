package dev.reroute.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.reroute.engine.RuleSet;
import dev.reroute.source.file.RuleFiles;
import org.openjdk.jol.info.GraphLayout;

/**
 * Prints what a rule set retains that was read from a file, counted object by object.
 */
public final class RetainedMemory {

	private RetainedMemory() {
	}

	public static void main(String[] args) throws IOException {
		print("exact rules", RuleSets.csv(1_000_000), 1_000_000);
		print("path patterns", RuleSets.yaml(100_000), 100_000);
	}

	private static void print(String kind, Path file, int size) throws IOException {
		RuleSet rules = RuleSets.of(new RuleFiles(file.toString()).load().rules());
		Files.delete(file);
		GraphLayout layout = GraphLayout.parseInstance(rules);
		System.out.println(layout.toFootprint());
		System.out.printf("%,d %s: %.0f bytes a rule%n%n", size, kind, (double) layout.totalSize() / size);
	}

}
