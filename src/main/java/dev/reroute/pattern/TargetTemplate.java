package dev.reroute.pattern;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The right side of a rule: where a request is sent or what it becomes.
 * <ul>
 * <li>It starts with {@code /} (this host), or {@code http://} or {@code https://}, or
 * {@code {scheme}://}.</li>
 * <li>A target on this host stays there whatever the captures hold: every leading run of
 * slashes and backslashes, in any encoding, becomes one {@code /}.</li>
 * <li>A placeholder in the host needs {@code reroute.allowed-hosts}, and only those hosts
 * can come out of it.</li>
 * <li>Captured text never forms a dot segment: such a request is not the rule's.</li>
 * </ul>
 * {@code /new/{*rest}} takes {@code /old} to {@code /new} and {@code /old/a%2Fb} to
 * {@code /new/a%2Fb}. {@code //host/x}, {@code javascript:x} and
 * {@code https://host.example{1}} are problems.
 */
public final class TargetTemplate {

	private final String text;

	/**
	 * {@code null} for a plain path, which is its own text: of these there may be a
	 * million, and the parts would take more memory than the rule.
	 */
	private final @Nullable TargetParts parts;

	private TargetTemplate(String text, @Nullable TargetParts parts) {
		this.text = text;
		this.parts = parts;
	}

	/**
	 * Parse a target.
	 * @param text the text
	 * @param names the names that may be used
	 * @param allowed where a placeholder in the host may lead
	 * @return the template
	 * @throws InvalidTextException if it is malformed or could leave the host
	 */
	public static TargetTemplate parse(String text, CaptureNames names, RedirectTargets allowed) {
		if (text.length() > Limits.TEXT_LENGTH) {
			throw new InvalidTextException("too-long", Limits.TEXT_LENGTH,
					"a target of at most " + Limits.TEXT_LENGTH + " characters", text.length() + " characters");
		}
		if (isPlainPath(text)) {
			return new TargetTemplate(text, null);
		}
		TargetParts parts = TargetParts.parse(text, names, allowed);
		return new TargetTemplate(text, parts);
	}

	/** Whether nothing in the text needs encoding, filling in or judging. */
	private static boolean isPlainPath(String text) {
		return text.startsWith("/") && PathText.isPlain(text)
				&& text.chars().allMatch((c) -> c == '/' || PercentEncoding.isUnreserved(c));
	}

	private static FilledTarget plainPath(String path) {
		return new FilledTarget(null, null, -1, path, null, null);
	}

	/**
	 * Fill in the values.
	 * @param values gives them
	 * @return the target, or {@code null} if the values would lead to a host that is not
	 * allowed, or form a dot segment
	 */
	public @Nullable FilledTarget fill(Template.Values values) {
		return (this.parts != null) ? this.parts.fill(values) : plainPath(this.text);
	}

	/**
	 * Whether the target is on the host that was asked.
	 * @return whether it is
	 */
	public boolean isRelative() {
		return this.parts == null || this.parts.host() == null;
	}

	/**
	 * The path, piece by piece.
	 * @return the pieces, in order
	 */
	public List<TargetPiece> pathPieces() {
		return (this.parts != null) ? this.parts.path().pathPieces() : List.of(new TargetPiece.Text(this.text));
	}

	/**
	 * The host that the target is sure to lead to.
	 * @return the host; {@code null} if it is the one that was asked, or the request
	 * takes part in choosing it
	 */
	public @Nullable String fixedHost() {
		return (this.parts != null && this.parts.host() != null) ? this.parts.host().fixedHost() : null;
	}

	/**
	 * Whether the request takes part in choosing the host.
	 * @return whether a placeholder stands in it
	 */
	public boolean isHostFilled() {
		return !isRelative() && fixedHost() == null;
	}

	/**
	 * Whether the request takes part in choosing the host, and may choose any below some
	 * domain.
	 * @return whether the allow-list has a wildcard that is used
	 */
	public boolean isOpenHost() {
		return this.parts != null && this.parts.host() != null && this.parts.host().isOpen();
	}

	/**
	 * Whether the target has a fragment.
	 * @return whether it has
	 */
	public boolean hasFragment() {
		return this.parts != null && this.parts.fragment() != null;
	}

	/**
	 * The names that are used.
	 * @return the names, in order
	 */
	public List<String> names() {
		return (this.parts != null) ? this.parts.names() : List.of();
	}

	/**
	 * The text that it was parsed from.
	 * @return the text
	 */
	public String text() {
		return this.text;
	}

	@Override
	public String toString() {
		return this.text;
	}

}
