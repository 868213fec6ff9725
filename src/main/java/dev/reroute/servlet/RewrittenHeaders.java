package dev.reroute.servlet;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * A request some of whose headers were set or removed, in every accessor and without
 * regard to case.
 */
class RewrittenHeaders extends HttpServletRequestWrapper {

	private final Map<String, String> set;

	private final Set<String> removed;

	RewrittenHeaders(HttpServletRequest request, Map<String, String> set, Set<String> removed) {
		super(request);
		this.set = set;
		this.removed = removed;
	}

	private boolean isEdited(String name) {
		return this.set.containsKey(name) || (!this.removed.isEmpty() && this.removed.contains(name));
	}

	@Override
	public @Nullable String getHeader(String name) {
		return isEdited(name) ? this.set.get(name) : super.getHeader(name);
	}

	@Override
	public Enumeration<String> getHeaders(String name) {
		if (!isEdited(name)) {
			return super.getHeaders(name);
		}
		String value = this.set.get(name);
		return Collections.enumeration((value != null) ? List.of(value) : List.<String>of());
	}

	@Override
	public Enumeration<String> getHeaderNames() {
		List<String> names = new ArrayList<>(Collections.list(super.getHeaderNames()));
		names.removeIf(this::isEdited);
		names.addAll(this.set.keySet());
		return Collections.enumeration(names);
	}

	@Override
	public int getIntHeader(String name) {
		String value = getHeader(name);
		return (value != null) ? Integer.parseInt(value) : -1;
	}

	@Override
	public long getDateHeader(String name) {
		if (!isEdited(name)) {
			return super.getDateHeader(name);
		}
		String value = this.set.get(name);
		if (value == null) {
			return -1;
		}
		try {
			return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value)).toEpochMilli();
		}
		catch (DateTimeException ex) {
			throw new IllegalArgumentException("Not a date: '" + value + "'", ex);
		}
	}

	@Override
	public @Nullable String getContentType() {
		return isEdited(HttpHeaders.CONTENT_TYPE) ? getHeader(HttpHeaders.CONTENT_TYPE) : super.getContentType();
	}

	@Override
	public Locale getLocale() {
		return getLocales().nextElement();
	}

	@Override
	public Enumeration<Locale> getLocales() {
		if (!isEdited(HttpHeaders.ACCEPT_LANGUAGE)) {
			return super.getLocales();
		}
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.ACCEPT_LANGUAGE, getHeader(HttpHeaders.ACCEPT_LANGUAGE));
		List<Locale> locales = headers.getAcceptLanguageAsLocales();
		return Collections.enumeration(locales.isEmpty() ? List.of(Locale.getDefault()) : locales);
	}

}
