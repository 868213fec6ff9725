package dev.reroute.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.reroute.pattern.FilledTarget;
import dev.reroute.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What the engine answers for one request. At most one rule acts.
 */
public sealed interface Decision {

	/**
	 * The rule that decided.
	 * @return the rule, or {@code null} if none did
	 */
	@Nullable Rule rule();

	/**
	 * Whether the request passes because no rule matches it.
	 * @return whether a fallback rule may still act
	 */
	default boolean concernsNoRule() {
		return this instanceof Pass && rule() == null;
	}

	/**
	 * The request headers that were looked at on the way, for {@code Vary} (RFC 9110
	 * section 12.5.5).
	 * @return header names
	 */
	List<String> vary();

	/**
	 * The request goes on as it is.
	 *
	 * @param rule the rule that said so, or whose redirect would have led to the very URL
	 * that was asked for
	 * @param reason why
	 * @param vary the headers that were looked at
	 */
	record Pass(@Nullable Rule rule, Reason reason, List<String> vary) implements Decision {

		static final Pass NO_RULE = new Pass(null, Reason.NO_RULE, List.of());

		/** Why a request passes. */
		public enum Reason {

			/** No rule matches. */
			NO_RULE,

			/** A rule with {@code pass: true}. */
			PASS_RULE,

			/** A redirect to the URL that was asked for (design 3.7). */
			SELF_REDIRECT

		}

	}

	/**
	 * The client is sent elsewhere.
	 *
	 * @param rule the rule
	 * @param status 301, 302, 303, 307 or 308
	 * @param target where to; a relative one is inside the context path
	 * @param cacheControl the value of {@code Cache-Control}, or {@code null} for none
	 * @param vary the headers that were looked at
	 */
	record Redirect(Rule rule, int status, FilledTarget target, @Nullable String cacheControl,
			List<String> vary) implements Decision {

	}

	/**
	 * The request changes before dispatch.
	 *
	 * @param rule the rule
	 * @param target path and query that it gets; inside the context path
	 * @param setHeaders header values by name, without regard to case
	 * @param removeHeaders header names, without regard to case
	 * @param vary the headers that were looked at
	 */
	record Rewrite(Rule rule, FilledTarget target, Map<String, String> setHeaders, Set<String> removeHeaders,
			List<String> vary) implements Decision {

	}

	/**
	 * The request is answered with a status, and with its name as text.
	 *
	 * @param rule the rule; {@code null} where the path is malformed
	 * @param status 400 to 599
	 * @param vary the headers that were looked at
	 */
	record Respond(@Nullable Rule rule, int status, List<String> vary) implements Decision {

		static final Respond MALFORMED = new Respond(null, 400, List.of());

	}

}
