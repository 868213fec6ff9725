package dev.reroute.lint;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.reroute.engine.UrlRequest;
import dev.reroute.pattern.SourcePiece;
import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicOperations;
import org.jspecify.annotations.Nullable;

/**
 * An unescaped dot where a dot was most likely meant: between letters or digits, or
 * before a known ending, and not repeated. It matches any other character, too.
 */
final class LooseRegexCheck implements Check {

	private static final Pattern LOOSE = Pattern.compile("(?<=[A-Za-z0-9_)-])(?<!\\\\)\\.(?=[A-Za-z][A-Za-z0-9]*)");

	@Override
	public void check(Subject subject, Report report) {
		for (SourcePiece piece : subject.rule().source().pieces()) {
			if (piece instanceof SourcePiece.Expression expression && !expression.withinSegment()) {
				check(expression, subject, report);
			}
		}
	}

	private static void check(SourcePiece.Expression expression, Subject subject, Report report) {
		Matcher dot = LOOSE.matcher(expression.regex());
		while (dot.find()) {
			if (isInClass(expression.regex(), dot.start())) {
				continue;
			}
			UrlRequest witness = witness(expression, dot.start(), subject);
			if (witness != null) {
				report.add(new Finding(FindingCode.LOOSE_REGEX, subject.rule(), List.of(), witness, List.of(),
						"the dot at character " + (dot.start() + 1) + " matches any character, as in '" + witness + "'",
						"write '\\.' for a dot"));
			}
			return;
		}
	}

	private static boolean isInClass(String regex, int index) {
		return regex.lastIndexOf('[', index) > regex.lastIndexOf(']', index);
	}

	/** A path with something else in place of the dot. */
	private static @Nullable UrlRequest witness(SourcePiece.Expression expression, int dot, Subject subject) {
		String regex = expression.regex();
		String other = regex.substring(0, dot) + "[a-z]" + regex.substring(dot + 1);
		UrlRequest situation = subject.reach().request();
		if (situation == null) {
			return null;
		}
		try {
			Automaton paths = BasicOperations
				.concatenate(RegexReader.read(new SourcePiece.Expression(other, List.of(), false), false)
					.stream()
					.map(SourceLanguage.Part::language)
					.toList())
				.intersection(Languages.PATHS);
			String literal = subject.rule().source().literalPrefix();
			return Reach
				.in(situation, subject.rule(), new PathSupply.Regular(paths, literal, subject.context().languages()),
						subject.context())
				.request();
		}
		catch (BeyondMethodException ex) {
			return null;
		}
	}

}
