package dev.reroute.importer.nginx;

import java.util.regex.Pattern;

import dev.reroute.importer.NotTranslatableException;
import dev.reroute.rule.RedirectStatus;

/**
 * Reads {@code return}.
 *
 * <pre>
 * return = code [ text or URL ] | URL
 * </pre>
 */
final class ReturnReader {

	private static final Pattern STATUS = Pattern.compile("\\d{1,3}");

	private static final Pattern URL = Pattern.compile("https?://|\\$scheme");

	private static final int FOUND = 302;

	private static final int CLOSE = 444;

	private ReturnReader() {
	}

	static Action read(Statement statement, Flow flow) throws NotTranslatableException {
		String first = statement.argument(0);
		int count = statement.arguments().size();
		if (!STATUS.matcher(first).matches()) {
			if (count != 1 || !URL.matcher(first).lookingAt()) {
				throw new NotTranslatableException("it has neither a status nor a URL");
			}
			return new Action.Redirect(ValueParser.parse(first).resolve(flow), FOUND, Args.NONE);
		}
		int status = Integer.parseInt(first);
		if (RedirectStatus.of(status).isPresent()) {
			if (count < 2) {
				throw new NotTranslatableException("it is a redirect without a target");
			}
			return new Action.Redirect(ValueParser.parse(statement.argument(1)).resolve(flow), status, Args.NONE);
		}
		if (status == CLOSE) {
			throw new NotTranslatableException(
					"it closes the connection without an answer; 'respond: 400' is near to it");
		}
		if (status < 400 || status > 599) {
			throw new NotTranslatableException("it answers with " + status + ", which no rule does");
		}
		return new Action.Respond(status);
	}

}
