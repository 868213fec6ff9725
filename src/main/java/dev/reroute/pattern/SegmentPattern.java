package dev.reroute.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A path pattern: a list of segments and, at its start or end, possibly a wildcard for
 * any number of them.
 */
final class SegmentPattern implements SourcePattern {

	/** Where any number of segments may stand. */
	enum Rest {

		NONE, AT_START, AT_END

	}

	private final String text;

	private final MatchOptions options;

	private final Segment[] segments;

	private final Rest rest;

	private final @Nullable String restName;

	private final CaptureNames names;

	private final String literalPrefix;

	private final String requiredLiteral;

	SegmentPattern(String text, MatchOptions options, List<Segment> segments, Rest rest, @Nullable String restName,
			List<String> names) {
		this.text = text;
		this.options = options;
		this.segments = segments.toArray(Segment[]::new);
		this.rest = rest;
		this.restName = restName;
		this.names = CaptureNames.of(names, (restName != null) ? Set.of(restName) : Set.of());
		List<String> runs = literalRuns();
		this.literalPrefix = (rest == Rest.AT_START) ? "" : runs.get(0);
		this.requiredLiteral = runs.stream().max(Comparator.comparingInt(String::length)).orElse("");
	}

	/** The texts between the wildcards, with the slashes that are sure to be there. */
	private List<String> literalRuns() {
		List<String> runs = new ArrayList<>();
		StringBuilder run = new StringBuilder();
		for (Segment segment : this.segments) {
			run.append('/').append(segment.literalPrefix());
			if (!(segment instanceof Segment.Literal)) {
				runs.add(asIndexed(run.toString()));
				run = new StringBuilder(segment.literalSuffix());
			}
		}
		runs.add(asIndexed(run.toString()));
		return runs;
	}

	private String asIndexed(String literal) {
		// with the slash ignored, a slash at its end may be missing
		String sure = (this.options.ignoreTrailingSlash() && literal.endsWith("/"))
				? literal.substring(0, literal.length() - 1) : literal;
		return this.options.ignoreCase() ? CaseFolding.fold(sure) : sure;
	}

	@Override
	public List<SourcePiece> pieces() {
		List<SourcePiece> pieces = new ArrayList<>();
		SourcePiece any = new SourcePiece.Wildcard(this.restName, SourcePiece.Span.REST);
		if (this.rest == Rest.AT_START) {
			pieces.add(any);
		}
		for (Segment segment : this.segments) {
			pieces.add(new SourcePiece.Text("/"));
			pieces.addAll(segment.pieces());
		}
		if (this.rest == Rest.AT_END) {
			pieces.add(any);
		}
		return pieces;
	}

	@Override
	public boolean matchesExactly(String path, Captures captures) {
		return switch (this.rest) {
			case NONE -> matchSegments(path, 0, captures) == path.length();
			case AT_END -> matchWithRestAtEnd(path, captures);
			case AT_START -> matchWithRestAtStart(path, captures);
		};
	}

	private boolean matchWithRestAtEnd(String path, Captures captures) {
		int end = matchSegments(path, 0, captures);
		if (end < 0) {
			return false;
		}
		bindRest(path.substring(end), captures);
		return true;
	}

	private boolean matchWithRestAtStart(String path, Captures captures) {
		int start = path.length();
		for (int i = 0; i < this.segments.length; i++) {
			start = path.lastIndexOf('/', start - 1);
			if (start < 0) {
				return false;
			}
		}
		if (matchSegments(path, start, captures) != path.length()) {
			return false;
		}
		bindRest(path.substring(0, start), captures);
		return true;
	}

	/**
	 * Match the segments one by one.
	 * @param path the path text
	 * @param start the slash in front of the first one
	 * @param captures where names are bound
	 * @return the index behind the last one, or -1 if one does not match
	 */
	private int matchSegments(String path, int start, Captures captures) {
		int at = start;
		for (Segment segment : this.segments) {
			if (at >= path.length()) {
				return -1;
			}
			int end = path.indexOf('/', at + 1);
			end = (end < 0) ? path.length() : end;
			if (!segment.matches(path, at + 1, end, captures)) {
				return -1;
			}
			at = end;
		}
		return at;
	}

	private void bindRest(String value, Captures captures) {
		if (this.restName != null) {
			captures.bind(this.restName, value);
		}
	}

	@Override
	public String text() {
		return this.text;
	}

	@Override
	public MatchOptions options() {
		return this.options;
	}

	@Override
	public CaptureNames names() {
		return this.names;
	}

	@Override
	public String literalPrefix() {
		return this.literalPrefix;
	}

	@Override
	public String requiredLiteral() {
		return this.requiredLiteral;
	}

	@Override
	public Set<String> literalPaths() {
		return Set.of();
	}

	@Override
	public String toString() {
		return this.text;
	}

}
