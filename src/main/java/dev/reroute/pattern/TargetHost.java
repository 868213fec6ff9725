package dev.reroute.pattern;

import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The scheme and authority of an absolute target. Without a placeholder the authority is
 * the author's; with one, only an allowed host can come out of it.
 */
final class TargetHost {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*}");

	private final String scheme;

	private final String text;

	private final Template template;

	private final @Nullable Authority fixed;

	private final RedirectTargets allowed;

	private TargetHost(String scheme, String text, Template template, @Nullable Authority fixed,
			RedirectTargets allowed) {
		this.scheme = scheme;
		this.text = text;
		this.template = template;
		this.fixed = fixed;
		this.allowed = allowed;
	}

	/**
	 * Parse the authority of a target.
	 * @param scheme {@code http}, {@code https} or <code>{scheme}</code>
	 * @param text the authority
	 * @param names the names that may be used
	 * @param allowed where a placeholder may lead
	 * @return the host
	 */
	static TargetHost parse(String scheme, String text, CaptureNames names, RedirectTargets allowed) {
		Template template = Template.parse(text, PercentEncoding.HEADER, names);
		String lower = scheme.toLowerCase(Locale.ROOT);
		if (!template.isLiteral()) {
			String suffix = suffix(text);
			if (!allowed.couldAllow(suffix)) {
				throw new InvalidTextException("open-redirect", 0,
						"a host without placeholders, or one of reroute.allowed-hosts that could come out of it",
						InvalidTextException.quoted(text));
			}
			return new TargetHost(lower, text, template, null, allowed);
		}
		Authority authority = Authority.parse(text);
		if (authority == null) {
			throw new InvalidTextException("bad-host", 0,
					"a host without user info, such as 'www.example.com' or 'www.example.com:8443'",
					InvalidTextException.quoted(text));
		}
		return new TargetHost(lower, text, template, authority, allowed);
	}

	/** The scheme for a request; {@code null} if a proxy said something else. */
	@Nullable String scheme(Template.Values values) {
		String filled = this.scheme.startsWith("{") ? values.get("scheme") : this.scheme;
		return (filled.equals("http") || filled.equals("https")) ? filled : null;
	}

	/** The authority for a request; {@code null} if it is not allowed. */
	@Nullable Authority authority(String filledScheme, Template.Values values) {
		if (this.fixed != null) {
			return this.fixed;
		}
		Authority authority = Authority.parse(this.template.fill(values));
		return (authority != null && this.allowed.allows(filledScheme, authority)) ? authority : null;
	}

	/** What stands behind the last placeholder. */
	private static String suffix(String text) {
		return PLACEHOLDER.matcher(text).replaceAll("*").replaceFirst(".*\\*", "");
	}

	@Nullable String fixedHost() {
		return (this.fixed != null) ? this.fixed.host() : null;
	}

	boolean isOpen() {
		return this.fixed == null && this.allowed.couldAllowByWildcard(suffix(this.text));
	}

	Template template() {
		return this.template;
	}

}
