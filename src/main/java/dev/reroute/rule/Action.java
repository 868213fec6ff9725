package dev.reroute.rule;

import java.util.Map;

import dev.reroute.pattern.FilledTarget;
import dev.reroute.pattern.TargetTemplate;
import dev.reroute.pattern.Template;
import org.jspecify.annotations.Nullable;

/**
 * What a rule does with the requests that it matches.
 */
public sealed interface Action {

	/**
	 * The key that it has in a rule file.
	 * @return {@code redirect}, {@code rewrite}, {@code respond} or {@code pass}
	 */
	String verb();

	/**
	 * The client is sent elsewhere.
	 *
	 * @param target where
	 * @param status how
	 * @param cacheControl the value for {@code Cache-Control}, or {@code null} for none
	 * @param query what happens to the query
	 */
	record Redirect(TargetTemplate target, RedirectStatus status, @Nullable String cacheControl,
			QueryPolicy query) implements Action {

		/**
		 * Fill the target for a request.
		 * @param request the request
		 * @param values the values of placeholders
		 * @return the target, or {@code null} if the values may not go there, or are too
		 * long to
		 */
		public @Nullable FilledTarget fill(RequestView request, Template.Values values) {
			FilledTarget filled = this.target.fill(values);
			if (filled == null) {
				return null;
			}
			FilledTarget whole = filled.withQuery(this.query.apply(filled.query(), request.query(), values));
			return whole.isTooLong() ? null : whole;
		}

		@Override
		public String verb() {
			return "redirect";
		}

		/** For people: {@code redirect to /new with 301}. */
		@Override
		public String toString() {
			return "redirect to " + this.target + " with " + this.status.code();
		}

	}

	/**
	 * The request changes inside the server, and the client sees nothing.
	 *
	 * @param target the path, and possibly query, that the request gets
	 * @param query what happens to the query
	 * @param headers changes to the headers
	 * @param reserved where no rewrite may lead
	 */
	record Rewrite(TargetTemplate target, QueryPolicy query, HeaderEdits headers,
			ReservedPaths reserved) implements Action {

		/**
		 * Fill the target for a request.
		 * @param request the request
		 * @param values the values of placeholders
		 * @return the target, or {@code null} if the values may not go there
		 */
		public @Nullable FilledTarget fill(RequestView request, Template.Values values) {
			FilledTarget filled = this.target.fill(values);
			if (filled == null || this.reserved.forbidsRewriteTo(filled.path())) {
				return null;
			}
			return filled.withQuery(this.query.apply(filled.query(), request.query(), values));
		}

		/**
		 * The headers that the request gets.
		 * @param values the values of placeholders
		 * @return values by name, without regard to case
		 */
		public Map<String, String> headersFor(Template.Values values) {
			return this.headers.fill(values);
		}

		@Override
		public String verb() {
			return "rewrite";
		}

		/** For people: {@code rewrite to /new}. */
		@Override
		public String toString() {
			return "rewrite to " + this.target;
		}

	}

	/**
	 * The request is answered with a status, and with its name as text.
	 *
	 * @param status 400 to 599
	 */
	record Respond(int status) implements Action {

		@Override
		public String verb() {
			return "respond";
		}

		/** For people: {@code respond with 410}. */
		@Override
		public String toString() {
			return "respond with " + this.status;
		}

	}

	/** The request is left alone, and no further rule is tried. */
	record Pass() implements Action {

		@Override
		public String verb() {
			return "pass";
		}

		@Override
		public String toString() {
			return "pass";
		}

	}

}
