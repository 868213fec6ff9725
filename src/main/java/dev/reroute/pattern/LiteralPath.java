package dev.reroute.pattern;

import java.util.List;
import java.util.Set;

/**
 * A path without wildcards.
 *
 * @param text the text that it was parsed from
 * @param path the path text, folded if case is ignored
 * @param options how strictly to match
 */
record LiteralPath(String text, String path, MatchOptions options) implements SourcePattern {

	static LiteralPath of(String text, String decoded, MatchOptions options) {
		String path = options.ignoreCase() ? CaseFolding.fold(decoded) : decoded;
		return new LiteralPath(text.equals(path) ? path : text, path, options);
	}

	@Override
	public CaptureNames names() {
		return CaptureNames.NONE;
	}

	@Override
	public String literalPrefix() {
		return this.path;
	}

	@Override
	public String requiredLiteral() {
		return this.path;
	}

	@Override
	public Set<String> literalPaths() {
		if (!this.options.ignoreTrailingSlash() || this.path.length() == 1) {
			return Set.of(this.path);
		}
		return Set.of(this.path, SourcePattern.withOtherSlash(this.path));
	}

	@Override
	public List<SourcePiece> pieces() {
		return List.of(new SourcePiece.Text(this.path));
	}

	@Override
	public boolean matchesExactly(String path, Captures captures) {
		return this.options.ignoreCase() ? this.path.equalsIgnoreCase(path) : this.path.equals(path);
	}

}
