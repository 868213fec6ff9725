package dev.reroute.importer.nginx;

import java.util.List;

import dev.reroute.importer.NotTranslatableException;
import org.jspecify.annotations.Nullable;

/**
 * Regular expressions that are found in every path, such as {@code ^/(.*)$}: there is
 * nothing to test, and what their group finds is the path.
 */
final class WholePath {

	private WholePath() {
	}

	/**
	 * Do without a test.
	 * @param test the test
	 * @param action an action that may use its group
	 * @return the action with the path in the place of the group; {@code null} if the
	 * test is needed
	 */
	static @Nullable Action without(Test test, Action action) throws NotTranslatableException {
		Regex regex = Regex.of(test);
		Piece group = new Piece.Group(test, 1);
		if (regex.findsWholePath()) {
			return action.with(group, Value.variable("uri"));
		}
		if (!regex.findsTailOfPath()) {
			return null;
		}
		return isBehindSlash(action.value(), group) ? action.with(group, Value.variable("uri")) : null;
	}

	/** The writer of targets takes a slash in front of the path away. */
	private static boolean isBehindSlash(Value value, Piece group) {
		List<Piece> pieces = value.pieces();
		boolean inPath = true;
		for (int i = 0; i < pieces.size(); i++) {
			Piece before = (i > 0) ? pieces.get(i - 1) : null;
			boolean slash = before instanceof Piece.Text text && text.text().endsWith("/");
			inPath &= !(before instanceof Piece.Text text && text.text().matches("(?s).*[?#].*"));
			if (pieces.get(i).equals(group) && (!slash || !inPath)) {
				return false;
			}
		}
		return true;
	}

}
