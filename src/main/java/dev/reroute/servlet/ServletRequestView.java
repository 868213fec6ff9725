package dev.reroute.servlet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

import dev.reroute.pattern.HostText;
import dev.reroute.pattern.PathText;
import dev.reroute.rule.RequestView;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * A servlet request as rules see it. Host and scheme are the container's, after what it
 * makes of trusted proxies; no forwarding header is read here (security, section 6).
 */
final class ServletRequestView implements RequestView {

	/** No repeated group: the JDK would recurse, as deep as a client likes. */
	private static final Pattern PLAIN_PATH = Pattern.compile("(?!.*(?://|/\\.|/$))/[/A-Za-z0-9._~-]+");

	/** Headers of a response have a bound, too. */
	private static final int MAX_PREFIX = 512;

	private final HttpServletRequest request;

	private final @Nullable String path;

	ServletRequestView(HttpServletRequest request) {
		this.request = request;
		this.path = PathText.decode(pathInContext(request));
	}

	/**
	 * The raw path; the container has matched the context path in whatever form it came,
	 * but does not count slashes in front of it.
	 */
	private static String pathInContext(HttpServletRequest request) {
		String uri = request.getRequestURI();
		String context = contextPathAsSent(request);
		int start = 0;
		while (!uri.startsWith(context, start) && uri.startsWith("//", start)) {
			start++;
		}
		int end = start + context.length();
		return context.isEmpty() ? uri : (uri.length() > end) ? uri.substring(end) : "/";
	}

	private static String contextPathAsSent(HttpServletRequest request) {
		try {
			return request.getContextPath();
		}
		catch (IllegalStateException ex) {
			// Tomcat's word for a form in which it does not find it again
			return request.getServletContext().getContextPath();
		}
	}

	@Override
	public String method() {
		return this.request.getMethod();
	}

	@Override
	public String scheme() {
		return this.request.getScheme();
	}

	@Override
	public String host() {
		return HostText.normalize(this.request.getServerName());
	}

	@Override
	public int port() {
		return this.request.getServerPort();
	}

	@Override
	public String contextPath() {
		return contextPath(this.request);
	}

	/**
	 * The context path as the client knows it. A proxy may have put a prefix in front,
	 * which is taken if it is a plain path (CVE-2020-15129); otherwise the container's
	 * own is.
	 * @param request the request
	 * @return empty or starting with exactly one {@code /}
	 */
	static String contextPath(HttpServletRequest request) {
		String asked = contextPathAsSent(request);
		boolean plain = asked.isEmpty() || (asked.length() <= MAX_PREFIX && PLAIN_PATH.matcher(asked).matches());
		return plain ? asked : request.getServletContext().getContextPath();
	}

	@Override
	public @Nullable String path() {
		return this.path;
	}

	@Override
	public @Nullable String query() {
		return this.request.getQueryString();
	}

	@Override
	public List<String> headers(String name) {
		return Collections.list(this.request.getHeaders(name));
	}

	@Override
	public List<String> cookies(String name) {
		Cookie[] cookies = this.request.getCookies();
		List<String> values = new ArrayList<>();
		if (cookies != null) {
			for (Cookie cookie : cookies) {
				if (cookie.getName().equals(name)) {
					values.add(cookie.getValue());
				}
			}
		}
		return values;
	}

	@Override
	public String client() {
		return this.request.getRemoteAddr();
	}

	@Override
	public Instant time() {
		return Instant.now();
	}

}
