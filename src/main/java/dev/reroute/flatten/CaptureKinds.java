package dev.reroute.flatten;

import java.util.HashMap;
import java.util.Map;

import dev.reroute.pattern.CaptureNames;
import dev.reroute.pattern.SourcePattern;
import dev.reroute.pattern.SourcePiece;
import dev.reroute.pattern.TextPiece;
import dev.reroute.rule.Condition;
import dev.reroute.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the values that a rule binds.
 */
final class CaptureKinds {

	private final Map<String, Part> parts = new HashMap<>();

	private final CaptureNames names;

	CaptureKinds(Rule rule) {
		CaptureNames all = CaptureNames.BUILT_IN;
		if (!rule.source().names().all().isEmpty()) {
			all = all.and(rule.source().names());
		}
		for (Condition condition : rule.conditions()) {
			all = all.and(condition.names());
			condition.names().all().forEach((name) -> add(name, kindOf(condition, name)));
		}
		this.names = all;
		add("scheme", Part.Kind.WORD);
		add("host", Part.Kind.PART);
		rule.source().names().all().forEach((name) -> add(name, Part.Kind.ANY));
		rule.source().pieces().forEach(this::add);
		String path = onlyPath(rule.source());
		if (path != null) {
			this.parts.put("path", new Part.Text(path));
		}
		else {
			add("path", Part.Kind.REST);
		}
	}

	/**
	 * What is known of a value that a condition binds.
	 * @param condition the condition
	 * @param name the name
	 * @return the kind
	 */
	static Part.Kind kindOf(Condition condition, String name) {
		if (condition instanceof Condition.Path) {
			return Part.Kind.ANY;
		}
		boolean plain = condition.texts()
			.stream()
			.flatMap((text) -> text.pieces().stream())
			.allMatch((piece) -> !name.equals(piece.name()) || piece.kind() == TextPiece.Kind.WILDCARD);
		return plain ? Part.Kind.WORD : Part.Kind.PART;
	}

	/** The path that is asked for, if there is but one. */
	private static @Nullable String onlyPath(SourcePattern source) {
		return (source.literalPaths().size() == 1 && !source.options().ignoreCase())
				? source.literalPaths().iterator().next() : null;
	}

	private void add(SourcePiece piece) {
		if (piece instanceof SourcePiece.Wildcard wildcard && wildcard.name() != null) {
			add(wildcard.name(), switch (wildcard.span()) {
				case PART -> Part.Kind.PART;
				case SEGMENT -> Part.Kind.SEGMENT;
				case REST -> Part.Kind.REST;
			});
		}
		else if (piece instanceof SourcePiece.Expression expression && expression.withinSegment()) {
			expression.names().forEach((name) -> add(name, Part.Kind.PART));
			if (isOneGroup(expression)) {
				String name = expression.names().get(0);
				this.parts.put(name, new Part.Value(name, Part.Kind.SEGMENT, expression.regex()));
			}
		}
	}

	/** Whether the segment is nothing but one <code>{name:regex}</code>. */
	static boolean isOneGroup(SourcePiece.Expression expression) {
		String regex = expression.regex();
		return expression.names().size() == 1 && regex.startsWith("(") && regex.endsWith(")") && !regex.endsWith("\\)");
	}

	private void add(String name, Part.Kind kind) {
		this.parts.put(name, new Part.Value(name, kind, null));
	}

	CaptureNames names() {
		return this.names;
	}

	Part get(String name) {
		Part part = this.parts.get(name);
		return (part != null) ? part : new Part.Value(name, Part.Kind.ANY, null);
	}

}
