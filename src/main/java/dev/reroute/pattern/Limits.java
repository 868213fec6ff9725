package dev.reroute.pattern;

/**
 * Upper bounds on what a rule may hold, all in one place (design 3.11). Each has a test
 * that reaches it on purpose.
 */
public final class Limits {

	/** Characters of a source, a condition's text or a target. */
	public static final int TEXT_LENGTH = 4_096;

	/** Characters of a regular expression. */
	public static final int REGEX_LENGTH = 1_024;

	/** Instructions of a compiled regular expression; nested repeats multiply. */
	public static final int REGEX_PROGRAM = 2_000;

	/**
	 * Characters of a path that rules are tried on; a longer one is no rule's. It bounds
	 * what a request can cost.
	 */
	public static final int PATH_LENGTH = 2_048;

	/** Names that one rule may bind. */
	public static final int CAPTURES = 32;

	/**
	 * Characters of a {@code Location}. Containers have a buffer of 8 KB for all headers
	 * of a response, and answer with 500 where it overflows.
	 */
	public static final int LOCATION_LENGTH = 7_168;

	/** Bytes of one line of a rule file. */
	public static final int LINE_LENGTH = 65_536;

	/** Bytes of one YAML or JSON file; a longer list is best a CSV file. */
	public static final int FILE_LENGTH = 64 * 1_048_576;

	/** Aliases of one YAML file. */
	public static final int ALIASES = 50;

	/** Problems that are listed; the rest is counted. */
	public static final int PROBLEMS = 1_000;

	/** Problems, and findings, that health and the endpoint show; the rest is counted. */
	public static final int PROBLEMS_SHOWN = 20;

	/** Findings of the live rules that are kept, the worst; the rest is counted. */
	public static final int FINDINGS = 10_000;

	/** Characters of a part of a problem, such as what a parser of YAML says. */
	public static final int PROBLEM_LENGTH = 1_000;

	/** Characters of a value that is repeated in a problem. */
	public static final int QUOTED_LENGTH = 120;

	private Limits() {
	}

}
