package dev.reroute.replay;

import java.util.Map;
import java.util.Set;

import dev.reroute.engine.Decision;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor, or the application behind a rewrite, sees of a decision. Whether a
 * request passes because a rule says so or because none matches, nobody sees.
 *
 * @param action {@code redirect}, {@code rewrite}, {@code respond} or {@code pass}
 * @param status of a redirect or an answer; 0 for none
 * @param target where a redirect or rewrite leads
 * @param cacheControl the {@code Cache-Control} of a redirect
 * @param setHeaders headers that a rewritten request gets
 * @param removeHeaders headers that it loses
 */
public record Effect(String action, int status, @Nullable String target, @Nullable String cacheControl,
		Map<String, String> setHeaders, Set<String> removeHeaders) {

	private static final Effect PASS = new Effect("pass", 0, null, null, Map.of(), Set.of());

	static Effect of(Decision decision) {
		if (decision instanceof Decision.Redirect redirect) {
			return new Effect("redirect", redirect.status(), redirect.target().location(""), redirect.cacheControl(),
					Map.of(), Set.of());
		}
		if (decision instanceof Decision.Rewrite rewrite) {
			return new Effect("rewrite", 0, rewrite.target().location(""), null, rewrite.setHeaders(),
					rewrite.removeHeaders());
		}
		return (decision instanceof Decision.Respond respond)
				? new Effect("respond", respond.status(), null, null, Map.of(), Set.of()) : PASS;
	}

	/** As an example of a rule expects it, and what else there is to it. */
	public String inFull() {
		StringBuilder text = new StringBuilder(toString());
		if (this.cacheControl != null) {
			text.append("  Cache-Control: ").append(this.cacheControl);
		}
		this.setHeaders.forEach((name, value) -> text.append("  ").append(name).append(": ").append(value));
		this.removeHeaders.forEach((name) -> text.append("  without ").append(name));
		return text.toString();
	}

	/**
	 * As an example of a rule expects it: {@code 301 /new}, {@code 410},
	 * {@code rewrite /new} or {@code pass}.
	 */
	@Override
	public String toString() {
		String first = (this.status > 0) ? Integer.toString(this.status) : this.action;
		return (this.target != null) ? first + " " + this.target : first;
	}

}
