package dev.reroute.importer.nginx;

import java.util.List;
import java.util.Set;

import dev.reroute.importer.NotTranslatableException;
import org.jspecify.annotations.Nullable;

/**
 * A {@code rewrite}. It searches the decoded path. What it makes replaces the whole of
 * it; the query is put behind that of the replacement, unless the replacement ends in
 * {@code ?}.
 *
 * @param statement where it stands
 * @param regex what is searched for
 * @param replacement what becomes of the path
 * @param flag {@code last}, {@code break}, {@code redirect} or {@code permanent}; empty
 * for none
 */
record Rewrite(Statement statement, String regex, String replacement, String flag) {

	private static final Set<String> FLAGS = Set.of("", "last", "break", "redirect", "permanent");

	/** Parse a statement; {@code null} if it is malformed. */
	static @Nullable Rewrite parse(Statement statement) {
		int count = statement.arguments().size();
		if (count < 2 || count > 3 || !FLAGS.contains(statement.argument(2)) || statement.argument(1).isEmpty()) {
			return null;
		}
		return new Rewrite(statement, statement.argument(0), statement.argument(1), statement.argument(2));
	}

	boolean isRedirect() {
		return this.flag.equals("redirect") || this.flag.equals("permanent")
				|| this.replacement.matches("(?s)(https?://|\\$scheme).*");
	}

	/** Whether what stands behind it acts on the changed path. */
	boolean goesOn() {
		return this.flag.isEmpty();
	}

	private boolean dropsQuery() {
		return this.replacement.endsWith("?");
	}

	private String withoutMark() {
		return dropsQuery() ? this.replacement.substring(0, this.replacement.length() - 1) : this.replacement;
	}

	Action redirect(Flow flow) throws NotTranslatableException {
		Value target = RedirectText.unescaped(ValueParser.parse(withoutMark())).resolve(flow);
		return new Action.Redirect(target, this.flag.equals("permanent") ? 301 : 302,
				dropsQuery() ? Args.NONE : flow.args());
	}

	/** The requests with the changed path and query. */
	Flow change(Flow flow) throws NotTranslatableException {
		String text = withoutMark();
		int mark = text.indexOf('?');
		Value uri = ValueParser.parse((mark < 0) ? text : text.substring(0, mark)).resolve(flow);
		Value own = (mark < 0) ? Value.EMPTY : ValueParser.parse(text.substring(mark + 1)).resolve(flow);
		boolean path = uri.prefix().startsWith("/") || uri.pieces().indexOf(new Piece.Variable("uri")) == 0
				|| (!uri.isEmpty() && TargetWriter.isPath(uri.pieces().get(0)));
		if (!path || uri.uses("request_uri") || uri.uses("args")) {
			throw new NotTranslatableException("its replacement is not sure to be a path");
		}
		Args before = dropsQuery() ? Args.NONE : flow.args();
		return flow.withUri(uri, args(own, before), this.statement);
	}

	private static Args args(Value own, Args before) throws NotTranslatableException {
		Piece sent = new Piece.Variable("args");
		if (!own.pieces().contains(sent)) {
			return before.behind(own);
		}
		int last = own.pieces().size() - 1;
		Value front = new Value(own.pieces().subList(0, last));
		boolean ends = own.pieces().get(last).equals(sent) && !front.pieces().contains(sent)
				&& (front.isEmpty() || front.suffix().endsWith("&"));
		if (!ends || !before.equals(Args.NONE)) {
			throw new NotTranslatableException("it sends the query twice, or before its own");
		}
		String text = front.suffix();
		Value shorter = front.isEmpty() ? front
				: new Value(List.copyOf(front.pieces().subList(0, front.pieces().size() - 1)))
					.and(Value.text(text.substring(0, text.length() - 1)));
		return new Args(shorter, true);
	}

}
