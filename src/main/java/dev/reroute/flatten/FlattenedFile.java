package dev.reroute.flatten;

import java.util.List;

import dev.reroute.rule.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What became of a rule file.
 *
 * @param text the new text of the whole file, with its byte order mark if it had one;
 * {@code null} if there are problems
 * @param summary what was done
 * @param problems why nothing was done
 */
public record FlattenedFile(@Nullable String text, FlattenSummary summary, List<Problem> problems) {

	static FlattenedFile failed(List<Problem> problems) {
		return new FlattenedFile(null, FlattenSummary.NOTHING, problems);
	}

}
