package org.springframework.web.util;

import org.jspecify.annotations.Nullable;

/**
 * A bridge to Spring's parser of the WHATWG URL Standard, which is what browsers follow.
 * It stands in this package because the parser is private to it, and it judges our URLs
 * because it shares no line with the code that makes them.
 */
public final class WhatWgUrl {

	private final WhatWgUrlParser.UrlRecord url;

	private WhatWgUrl(WhatWgUrlParser.UrlRecord url) {
		this.url = url;
	}

	/**
	 * Resolve a reference as a browser does.
	 * @param reference for instance the value of {@code Location}
	 * @param base the URL that was asked for
	 * @return the URL, or {@code null} where a browser gives up
	 */
	public static @Nullable WhatWgUrl resolve(String reference, String base) {
		try {
			WhatWgUrlParser.UrlRecord parsedBase = WhatWgUrlParser.parse(base, null, null, null);
			return new WhatWgUrl(WhatWgUrlParser.parse(reference, parsedBase, null, null));
		}
		catch (InvalidUrlException ex) {
			return null;
		}
	}

	/** Scheme, host and port, with user info where there is some. */
	public String origin() {
		String userInfo = this.url.includesCredentials() ? this.url.userInfo() + "@" : "";
		String port = this.url.portString().isEmpty() ? "" : ":" + this.url.portString();
		return this.url.scheme() + "://" + userInfo + this.url.hostString() + port;
	}

	public String path() {
		return this.url.pathname();
	}

	@Override
	public String toString() {
		return this.url.href();
	}

}
