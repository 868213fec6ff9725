package dev.reroute.rule;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.reroute.pattern.InvalidTextException;
import dev.reroute.pattern.UrlText;
import org.jspecify.annotations.Nullable;

/**
 * A test that travels with a rule.
 *
 * @param request its text
 * @param method the method that it names; {@code null} for none
 * @param url the URL
 * @param expect what is to come of it: {@code 301 /new}, {@code 301} with whatever
 * target, {@code 410}, {@code rewrite /new} or {@code pass}
 */
public record Example(String request, @Nullable String method, UrlText url, String expect) {

	private static final Pattern REQUEST = Pattern.compile("(?:([A-Z][A-Z-]*) +)?(\\S+)");

	private static final Pattern EXPECT = Pattern
		.compile("(?:301|302|303|307|308)(?: \\S+)?|[45]\\d\\d|rewrite \\S+|pass");

	static Example parse(RuleDefinition.Example text) {
		Matcher request = REQUEST.matcher(text.request().strip());
		if (!request.matches()) {
			throw new InvalidTextException("bad-example", 0, "a URL or a path, possibly behind a method",
					Problem.quoted(text.request()));
		}
		String expect = text.expect().strip().replaceAll(" +", " ");
		if (!EXPECT.matcher(expect).matches()) {
			throw new InvalidTextException("bad-example", 0, "'301 /new', '301', '410', 'rewrite /new' or 'pass'",
					Problem.quoted(text.expect()));
		}
		return new Example(text.request(), request.group(1), UrlText.parse(request.group(2)), expect);
	}

	/**
	 * Whether an answer is the expected one.
	 * @param actual the answer, in the form of {@link #expect()}
	 * @return whether it is
	 */
	public boolean isMetBy(String actual) {
		boolean anyTarget = this.expect.matches("3\\d\\d");
		return anyTarget ? actual.startsWith(this.expect + " ") : actual.equals(this.expect);
	}

}
