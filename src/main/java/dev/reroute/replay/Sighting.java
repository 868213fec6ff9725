package dev.reroute.replay;

import java.util.Objects;

import dev.reroute.engine.UrlRequest;
import dev.reroute.pattern.Limits;
import dev.reroute.pattern.UrlText;
import dev.reroute.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A request that was seen, as one of many: equal to each that asked for the same URL,
 * whatever its query, and was decided by the same rules. The first of them stands for
 * all.
 */
final class Sighting {

	private final String url;

	/** The names of the rules, which are unique in a rule set. */
	private final String rule;

	private final String other;

	private final UrlRequest example;

	private final int status;

	/**
	 * Create a sighting.
	 * @param example the request
	 * @param status the status that the log has
	 * @param rule the rule that decided
	 * @param other the rule of the other rule set that decided
	 */
	Sighting(UrlRequest example, int status, @Nullable Rule rule, @Nullable Rule other) {
		this.url = urlOf(example);
		this.example = example;
		this.status = status;
		this.rule = (rule != null) ? rule.id() : "";
		this.other = (other != null) ? other.id() : "";
	}

	/** What is asked for with HEAD is what GET would get. */
	static String urlOf(UrlRequest request) {
		UrlText asked = request.url();
		String url = ((asked.query() != null)
				? new UrlText(asked.scheme(), asked.host(), asked.port(), asked.path(), null) : asked)
			.toString();
		boolean plain = request.method().equals("GET") || request.method().equals("HEAD");
		String text = plain ? url : request.method() + " " + url;
		return (text.length() <= Limits.PATH_LENGTH) ? text : text.substring(0, Limits.PATH_LENGTH) + "...";
	}

	UrlRequest example() {
		return this.example;
	}

	int status() {
		return this.status;
	}

	@Override
	public boolean equals(@Nullable Object object) {
		return object instanceof Sighting that && this.url.equals(that.url) && this.rule.equals(that.rule)
				&& this.other.equals(that.other);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.url, this.rule, this.other);
	}

	/** The method, unless it is GET or HEAD, and the URL without its query. */
	@Override
	public String toString() {
		return this.url;
	}

}
