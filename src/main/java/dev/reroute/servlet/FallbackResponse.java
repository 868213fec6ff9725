package dev.reroute.servlet;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.reroute.engine.Decision;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * The response of a request that a {@code fallback} rule waits for. The application
 * answers as ever, but a 404 is held back: its content is dropped, and the rule acts in
 * its place. Any other answer goes out untouched, and nothing of it is buffered here.
 * <p>
 * An application that completes an asynchronous request without a dispatch answers for
 * itself, 404 or not.
 */
final class FallbackResponse extends HttpServletResponseWrapper {

	private static final String ATTRIBUTE = FallbackResponse.class.getName();

	/** Carries a decision out in place of a 404. */
	@FunctionalInterface
	interface Action {

		void act(Decision decision, HttpServletRequest request, HttpServletResponse response) throws IOException;

	}

	private final Decision decision;

	private final Map<String, List<String>> headersBefore = new LinkedHashMap<>();

	/** Whether a 404 is held back; not while nobody would notice the end. */
	private boolean holding = true;

	private boolean notFound;

	private FallbackResponse(HttpServletResponse response, Decision decision) {
		super(response);
		this.decision = decision;
		response.getHeaderNames()
			.forEach((name) -> this.headersBefore.put(name, new ArrayList<>(response.getHeaders(name))));
	}

	static void start(Decision decision, HttpServletRequest request, HttpServletResponse response, FilterChain chain,
			Action action) throws ServletException, IOException {
		FallbackResponse held = new FallbackResponse(response, decision);
		request.setAttribute(ATTRIBUTE, held);
		chain.doFilter(request, held);
		held.finish(request, action);
	}

	/** Go on with the asynchronous dispatch of a request that may have been held. */
	static void resume(HttpServletRequest request, HttpServletResponse response, FilterChain chain, Action action)
			throws ServletException, IOException {
		if (!(request.getAttribute(ATTRIBUTE) instanceof FallbackResponse held)) {
			chain.doFilter(request, response);
			return;
		}
		boolean wrapped = response instanceof ServletResponseWrapper wrapper && wrapper.isWrapperFor(held);
		held.holding = true;
		chain.doFilter(request, (response == held || wrapped) ? response : held);
		held.finish(request, action);
	}

	private void finish(HttpServletRequest request, Action action) throws IOException {
		if (request.isAsyncStarted()) {
			this.holding = false;
			return;
		}
		request.removeAttribute(ATTRIBUTE);
		HttpServletResponse response = (HttpServletResponse) getResponse();
		if (!this.notFound || response.isCommitted()) {
			return;
		}
		response.reset();
		this.headersBefore.forEach((name, values) -> values.forEach((value) -> response.addHeader(name, value)));
		action.act(this.decision, request, response);
	}

	private boolean hold(int status) {
		this.notFound = this.holding && status == SC_NOT_FOUND && !isCommitted();
		return this.notFound;
	}

	@Override
	public void setStatus(int status) {
		hold(status);
		super.setStatus(status);
	}

	@Override
	public void sendError(int status) throws IOException {
		if (!hold(status)) {
			super.sendError(status);
		}
	}

	@Override
	public void sendError(int status, String message) throws IOException {
		if (!hold(status)) {
			super.sendError(status, message);
		}
	}

	@Override
	public void reset() {
		this.notFound = false;
		super.reset();
	}

	@Override
	public void flushBuffer() throws IOException {
		if (!this.notFound) {
			super.flushBuffer();
		}
	}

	@Override
	public ServletOutputStream getOutputStream() throws IOException {
		return new HeldStream(super.getOutputStream());
	}

	@Override
	public PrintWriter getWriter() throws IOException {
		return new PrintWriter(new HeldWriter(super.getWriter()));
	}

	/** Drops content as long as a 404 is held. */
	private final class HeldStream extends ServletOutputStream {

		private final ServletOutputStream out;

		HeldStream(ServletOutputStream out) {
			this.out = out;
		}

		@Override
		public void write(int octet) throws IOException {
			if (!FallbackResponse.this.notFound) {
				this.out.write(octet);
			}
		}

		@Override
		public void write(byte[] octets, int offset, int length) throws IOException {
			if (!FallbackResponse.this.notFound) {
				this.out.write(octets, offset, length);
			}
		}

		@Override
		public void flush() throws IOException {
			if (!FallbackResponse.this.notFound) {
				this.out.flush();
			}
		}

		@Override
		public boolean isReady() {
			return this.out.isReady();
		}

		@Override
		public void setWriteListener(WriteListener listener) {
			this.out.setWriteListener(listener);
		}

	}

	/** Drops text as long as a 404 is held. */
	private final class HeldWriter extends FilterWriter {

		HeldWriter(Writer out) {
			super(out);
		}

		@Override
		public void write(int c) throws IOException {
			if (!FallbackResponse.this.notFound) {
				super.write(c);
			}
		}

		@Override
		public void write(char[] text, int offset, int length) throws IOException {
			if (!FallbackResponse.this.notFound) {
				super.write(text, offset, length);
			}
		}

		@Override
		public void write(String text, int offset, int length) throws IOException {
			if (!FallbackResponse.this.notFound) {
				super.write(text, offset, length);
			}
		}

		@Override
		public void flush() throws IOException {
			if (!FallbackResponse.this.notFound) {
				super.flush();
			}
		}

	}

}
