package dev.reroute.flatten;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.reroute.pattern.CaseFolding;
import dev.reroute.pattern.Captures;
import dev.reroute.pattern.SourcePattern;
import dev.reroute.pattern.SourcePiece;
import org.jspecify.annotations.Nullable;

/**
 * Whether a source matches a path that is only partly known, and what it binds then.
 *
 * @param certainty whether it matches
 * @param bound what is bound, if it is sure to match
 */
record SourceMatch(Certainty certainty, Map<String, List<Part>> bound) {

	private static final SourceMatch NEVER = new SourceMatch(Certainty.NEVER, Map.of());

	private static final SourceMatch MAYBE = new SourceMatch(Certainty.MAYBE, Map.of());

	static SourceMatch of(SourcePattern source, PathForm path) {
		if (path.isText()) {
			return ofText(source, path.prefix());
		}
		if (!couldMatch(source, path)) {
			return NEVER;
		}
		Aligner aligner = new Aligner(source);
		return aligner.align(path) ? new SourceMatch(Certainty.SURE, aligner.bound) : MAYBE;
	}

	/** What is known is asked of the engine's own matcher. */
	private static SourceMatch ofText(SourcePattern source, String path) {
		Captures captures = new Captures();
		if (!source.matches(path, captures)) {
			return NEVER;
		}
		Map<String, List<Part>> bound = new HashMap<>();
		for (String name : source.names().all()) {
			String value = captures.get(name);
			bound.put(name, List.of(new Part.Text((value != null) ? value : "")));
		}
		return new SourceMatch(Certainty.SURE, bound);
	}

	private static boolean couldMatch(SourcePattern source, PathForm path) {
		Shape theirs = Shape.of(source);
		Shape mine = path.shape();
		if (source.options().ignoreCase()) {
			theirs = theirs.folded();
			mine = mine.folded();
		}
		if (!source.options().ignoreTrailingSlash()) {
			return mine.couldEqual(theirs);
		}
		Shape shape = theirs;
		return mine.withOtherSlash().stream().anyMatch((other) -> other.couldEqual(shape));
	}

	/** Lays the segments of a source over those of a path. */
	private static final class Aligner {

		private final SourcePattern source;

		private final Map<String, List<Part>> bound = new HashMap<>();

		Aligner(SourcePattern source) {
			this.source = source;
		}

		boolean align(PathForm path) {
			List<List<SourcePiece>> segments = new ArrayList<>();
			SourcePiece.Wildcard rest = null;
			for (SourcePiece piece : this.source.pieces()) {
				if (rest != null
						|| (piece instanceof SourcePiece.Expression expression && !expression.withinSegment())) {
					return false;
				}
				if (piece instanceof SourcePiece.Wildcard wildcard && wildcard.span() == SourcePiece.Span.REST) {
					rest = wildcard;
				}
				else if (piece instanceof SourcePiece.Text text && text.text().startsWith("/")) {
					for (String segment : text.text().substring(1).split("/", -1)) {
						segments.add(new ArrayList<>(List.of(new SourcePiece.Text(segment))));
					}
				}
				else if (segments.isEmpty()) {
					return false;
				}
				else {
					segments.get(segments.size() - 1).add(piece);
				}
			}
			int count = segments.size();
			boolean longEnough = (rest != null) ? path.segments().size() >= count
					: path.segments().size() == count && path.tail().isEmpty();
			for (int i = 0; longEnough && i < count; i++) {
				longEnough = alignSegment(segments.get(i), path.segments().get(i));
			}
			if (longEnough && rest != null && rest.name() != null) {
				this.bound.put(rest.name(), restFrom(count, path));
			}
			return longEnough;
		}

		private static List<Part> restFrom(int count, PathForm path) {
			List<Part> parts = new ArrayList<>();
			for (List<Part> segment : path.segments().subList(count, path.segments().size())) {
				PathForm.addText("/", parts);
				segment.forEach((part) -> add(part, parts));
			}
			path.tail().forEach((part) -> add(part, parts));
			return parts;
		}

		private static void add(Part part, List<Part> parts) {
			if (part instanceof Part.Text text) {
				PathForm.addText(text.text(), parts);
			}
			else {
				parts.add(part);
			}
		}

		private boolean alignSegment(List<SourcePiece> pieces, List<Part> segment) {
			List<SourcePiece> filled = pieces.stream()
				.filter((piece) -> !(piece instanceof SourcePiece.Text text && text.text().isEmpty()))
				.toList();
			if (filled.size() == 1 && filled.get(0) instanceof SourcePiece.Expression expression) {
				return alignExpression(expression, segment);
			}
			String prefix = "";
			String suffix = "";
			SourcePiece.Wildcard wildcard = null;
			for (SourcePiece piece : filled) {
				if (piece instanceof SourcePiece.Text text) {
					prefix = (wildcard == null) ? prefix + text.text() : prefix;
					suffix = (wildcard != null) ? suffix + text.text() : suffix;
				}
				else if (piece instanceof SourcePiece.Wildcard one && wildcard == null) {
					wildcard = one;
				}
				else {
					return false;
				}
			}
			List<Part> rest = without(prefix, suffix, segment);
			if (wildcard == null) {
				return rest != null && rest.isEmpty();
			}
			if (rest == null || (wildcard.span() == SourcePiece.Span.SEGMENT && mayBeEmpty(rest))) {
				return false;
			}
			if (wildcard.name() != null) {
				this.bound.put(wildcard.name(), rest);
			}
			return true;
		}

		private static boolean mayBeEmpty(List<Part> parts) {
			return parts.stream().allMatch((part) -> part instanceof Part.Value value && value.kind().mayBeEmpty());
		}

		private boolean alignExpression(SourcePiece.Expression expression, List<Part> segment) {
			if (!CaptureKinds.isOneGroup(expression) || segment.size() != 1
					|| !(segment.get(0) instanceof Part.Value value) || !expression.regex().equals(value.regex())) {
				return false;
			}
			this.bound.put(expression.names().get(0), segment);
			return true;
		}

		/** A segment without its ends; {@code null} if it does not surely have them. */
		private @Nullable List<Part> without(String prefix, String suffix, List<Part> segment) {
			List<Part> parts = new ArrayList<>(segment);
			if (!prefix.isEmpty()) {
				if (parts.isEmpty() || !(parts.get(0) instanceof Part.Text text) || !startsWith(text.text(), prefix)) {
					return null;
				}
				replace(parts, 0, text.text().substring(prefix.length()));
			}
			if (!suffix.isEmpty()) {
				int last = parts.size() - 1;
				if (last < 0 || !(parts.get(last) instanceof Part.Text text) || !endsWith(text.text(), suffix)) {
					return null;
				}
				replace(parts, last, text.text().substring(0, text.text().length() - suffix.length()));
			}
			return parts;
		}

		private static void replace(List<Part> parts, int index, String text) {
			if (text.isEmpty()) {
				parts.remove(index);
			}
			else {
				parts.set(index, new Part.Text(text));
			}
		}

		private boolean startsWith(String text, String prefix) {
			return text.length() >= prefix.length() && same(text.substring(0, prefix.length()), prefix);
		}

		private boolean endsWith(String text, String suffix) {
			return text.length() >= suffix.length() && same(text.substring(text.length() - suffix.length()), suffix);
		}

		private boolean same(String one, String other) {
			return this.source.options().ignoreCase() ? CaseFolding.fold(one).equals(CaseFolding.fold(other))
					: one.equals(other);
		}

	}

}
