package dev.reroute.servlet;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.reroute.engine.Decision;
import dev.reroute.pattern.PercentEncoding;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.ServletRequestPathUtils;

/**
 * A request that became another one. Path, query, parameters and headers agree in every
 * accessor (design 3.9). Within a forward that the application makes, the paths are the
 * container's.
 */
final class RewrittenRequest extends RewrittenHeaders {

	private final HttpServletResponse response;

	private final String path;

	private final @Nullable String query;

	private final @Nullable String queryBefore;

	private @Nullable Map<String, String[]> parameters;

	/** What {@link #parameters} was made for: a forward may bring a query of its own. */
	private @Nullable String parametersOf;

	private RewrittenRequest(HttpServletRequest request, HttpServletResponse response, Decision.Rewrite rewrite) {
		super(request, rewrite.setHeaders(), rewrite.removeHeaders());
		this.response = response;
		this.path = rewrite.target().path();
		this.query = rewrite.target().query();
		this.queryBefore = request.getQueryString();
	}

	/**
	 * Pass the request on as what it became.
	 * @param rewrite what it became
	 * @param request the request
	 * @param response the response
	 * @param chain the rest of the chain
	 * @throws ServletException from the chain
	 * @throws IOException from the chain
	 */
	static void dispatch(Decision.Rewrite rewrite, HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) throws ServletException, IOException {
		RewrittenRequest rewritten = of(rewrite, request, response);
		// A filter in front of this one may have left the old path parsed.
		Object parsed = request.getAttribute(ServletRequestPathUtils.PATH_ATTRIBUTE);
		request.removeAttribute(ServletRequestPathUtils.PATH_ATTRIBUTE);
		try {
			chain.doFilter(rewritten, response);
		}
		finally {
			if (parsed != null) {
				request.setAttribute(ServletRequestPathUtils.PATH_ATTRIBUTE, parsed);
			}
			else {
				request.removeAttribute(ServletRequestPathUtils.PATH_ATTRIBUTE);
			}
		}
	}

	private static RewrittenRequest of(Decision.Rewrite rewrite, HttpServletRequest request,
			HttpServletResponse response) {
		String query = request.getQueryString();
		request.setAttribute(RerouteFilter.ORIGINAL_URI,
				(query != null) ? request.getRequestURI() + "?" + query : request.getRequestURI());
		return new RewrittenRequest(request, response, rewrite);
	}

	private HttpServletRequest original() {
		return (HttpServletRequest) getRequest();
	}

	private boolean isForwardedByApplication() {
		return original().getDispatcherType() == DispatcherType.FORWARD;
	}

	@Override
	public String getRequestURI() {
		return isForwardedByApplication() ? original().getRequestURI() : original().getContextPath() + this.path;
	}

	@Override
	public StringBuffer getRequestURL() {
		StringBuffer url = original().getRequestURL();
		if (!isForwardedByApplication()) {
			url.setLength(url.length() - original().getRequestURI().length());
			url.append(getRequestURI());
		}
		return url;
	}

	@Override
	public String getServletPath() {
		if (isForwardedByApplication()) {
			return original().getServletPath();
		}
		return isInServlet() ? original().getServletPath() : decodedPath();
	}

	@Override
	public @Nullable String getPathInfo() {
		if (isForwardedByApplication()) {
			return original().getPathInfo();
		}
		String pathInfo = isInServlet() ? decodedPath().substring(original().getServletPath().length()) : "";
		return pathInfo.isEmpty() ? null : pathInfo;
	}

	@Override
	public @Nullable String getPathTranslated() {
		String pathInfo = getPathInfo();
		return (pathInfo != null) ? getServletContext().getRealPath(pathInfo) : null;
	}

	/** A servlet mapped to {@code /api/*} stays the one that is called. */
	private boolean isInServlet() {
		return original().getHttpServletMapping().getMappingMatch() == MappingMatch.PATH
				&& (decodedPath() + "/").startsWith(original().getServletPath() + "/");
	}

	private String decodedPath() {
		String decoded = PercentEncoding.decode(this.path, false);
		return (decoded != null) ? decoded : this.path;
	}

	@Override
	public @Nullable String getQueryString() {
		String queryOfForward = queryOfForward();
		return (queryOfForward != null) ? queryOfForward : this.query;
	}

	private @Nullable String queryOfForward() {
		String now = isForwardedByApplication() ? original().getQueryString() : null;
		return Objects.equals(now, this.queryBefore) ? null : now;
	}

	@Override
	public @Nullable String getParameter(String name) {
		String[] values = getParameterValues(name);
		return (values != null) ? values[0] : null;
	}

	@Override
	public String @Nullable [] getParameterValues(String name) {
		String[] values = getParameterMap().get(name);
		return (values != null) ? values.clone() : null;
	}

	@Override
	public Enumeration<String> getParameterNames() {
		return Collections.enumeration(getParameterMap().keySet());
	}

	@Override
	public Map<String, String[]> getParameterMap() {
		String now = getQueryString();
		if (this.parameters == null || !Objects.equals(now, this.parametersOf)) {
			this.parameters = mergeParameters(queryOfForward());
			this.parametersOf = now;
		}
		return this.parameters;
	}

	/**
	 * The parameters of a forward's query, of the new query, and of a form body, which
	 * are what is left of the container's when those of the queries that it knows are
	 * taken away.
	 */
	private Map<String, String[]> mergeParameters(@Nullable String queryOfForward) {
		Map<String, List<String>> known = QueryParameters.parse(queryOfForward, this.queryBefore);
		Map<String, List<String>> merged = QueryParameters.parse(queryOfForward, this.query);
		original().getParameterMap().forEach((name, values) -> {
			List<String> body = QueryParameters.without(values, known.getOrDefault(name, List.of()));
			merged.merge(name, body, QueryParameters::concat);
		});
		Map<String, String[]> map = new LinkedHashMap<>();
		merged.forEach((name, values) -> {
			if (!values.isEmpty()) {
				map.put(name, values.toArray(String[]::new));
			}
		});
		return Collections.unmodifiableMap(map);
	}

	/** The container would go on with the request as it came. */
	@Override
	public AsyncContext startAsync() {
		return startAsync(this, this.response);
	}

}
