package dev.reroute.importer.nginx;

import java.util.List;

import dev.reroute.importer.NotTranslatableException;
import org.jspecify.annotations.Nullable;

/**
 * Where requests go for which there is no file: {@code try_files} and {@code error_page}
 * begin again with another path. That matters where a directive answers it.
 */
final class FileFallbacks {

	private final Ledger ledger;

	private final Drafts drafts;

	/** How many drafts there were before those of the server. */
	private final int before;

	FileFallbacks(Ledger ledger, Drafts drafts, int before) {
		this.ledger = ledger;
		this.drafts = drafts;
		this.before = before;
	}

	/** Refuse those that lead to a redirect. */
	void refuse(List<Statement> statements) {
		for (Statement statement : statements) {
			boolean asksForFiles = statement.name().equals("try_files") || statement.name().equals("error_page");
			String path = asksForFiles ? statement.argument(statement.arguments().size() - 1) : "";
			Statement answering = path.startsWith("/") ? answering(path.replaceFirst("\\?.*", "")) : null;
			if (answering != null) {
				this.ledger.refuse(statement, "where nginx finds no file it goes on with '" + path + "', which line "
						+ answering.line() + " answers: write a rule with 'fallback: true'");
			}
			refuse(statement.body());
		}
	}

	private @Nullable Statement answering(String path) {
		int variable = path.indexOf('$');
		String known = (variable < 0) ? path : path.substring(0, variable);
		return this.drafts.acting(this.before, (tests) -> mayBeFor(tests, known, variable < 0));
	}

	/** What asks for no path, or for all, has answered already, wherever it was. */
	private static boolean mayBeFor(List<Test> tests, String known, boolean whole) {
		List<Test> onPath = tests.stream().filter(Test::isOnPath).toList();
		return onPath.stream().anyMatch((test) -> !test.negative() && !isEverything(test))
				&& onPath.stream().allMatch((test) -> mayHold(test, known, whole));
	}

	private static boolean isEverything(Test test) {
		try {
			return test.kind() == Test.Kind.REGEX
					&& (Regex.of(test).findsWholePath() || Regex.of(test).findsTailOfPath());
		}
		catch (NotTranslatableException ex) {
			return false;
		}
	}

	private static boolean mayHold(Test test, String known, boolean whole) {
		try {
			if (whole) {
				return PathTests.holds(test, known) != test.negative();
			}
			String prefix = PathTests.prefix(test);
			return test.negative() || prefix.startsWith(known) || known.startsWith(prefix);
		}
		catch (NotTranslatableException ex) {
			return true;
		}
	}

}
