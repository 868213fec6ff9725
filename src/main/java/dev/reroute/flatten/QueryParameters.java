package dev.reroute.flatten;

import java.util.List;
import java.util.stream.Collectors;

import dev.reroute.pattern.PercentEncoding;
import dev.reroute.rule.QueryText;
import org.jspecify.annotations.Nullable;

/**
 * The query of a target as its parameters.
 */
final class QueryParameters {

	private QueryParameters() {
	}

	/**
	 * Split a query as the engine does.
	 * @param query the query as the author wrote it, or {@code null}
	 * @return its parameters
	 */
	static List<Parameter> of(@Nullable String query) {
		return QueryText.parameters(query).stream().map(Parameter::new).toList();
	}

	static String join(List<Parameter> parameters) {
		return parameters.stream().map(Parameter::text).collect(Collectors.joining("&"));
	}

	/**
	 * One parameter.
	 *
	 * @param text name and value, as they are written
	 */
	record Parameter(String text) {

		/** Whether the name does not depend on the request. */
		boolean hasPlainName() {
			return rawName().indexOf('{') < 0;
		}

		String name() {
			return QueryText.name(PercentEncoding.QUERY.encodeLiteral(rawName()));
		}

		private String rawName() {
			int equals = this.text.indexOf('=');
			return (equals < 0) ? this.text : this.text.substring(0, equals);
		}

	}

}
