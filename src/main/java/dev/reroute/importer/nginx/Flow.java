package dev.reroute.importer.nginx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.reroute.importer.NotTranslatableException;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the requests that come to a place of a configuration: which they are,
 * and what was changed in them on the way. Of the variables in a value only those are
 * left that are about the request as it was sent.
 *
 * @param requests which they are
 * @param uri the path, if it was changed
 * @param args the query
 * @param groups what the last regular expression found; {@code null} where that depends
 * on the request
 * @param variables variables of the configuration
 * @param changes the directives that changed the path, in order
 */
record Flow(Requests requests, @Nullable Value uri, Args args, @Nullable Map<Integer, Value> groups,
		Map<String, Value> variables, List<Statement> changes) {

	static Flow of(Requests requests) {
		return new Flow(requests, null, Args.ORIGINAL, Map.of(), Map.of(), List.of());
	}

	Flow with(Requests some) {
		return new Flow(some, this.uri, this.args, this.groups, this.variables, this.changes);
	}

	Flow with(Test test) {
		return with(this.requests.with(test));
	}

	Flow withUri(Value uri, Args args, Statement by) {
		List<Statement> more = new ArrayList<>(this.changes);
		more.add(by);
		return new Flow(this.requests, uri, args, this.groups, this.variables, List.copyOf(more));
	}

	/** The same with the path that the client sent. */
	Flow asSent() {
		return new Flow(this.requests, null, this.args, this.groups, this.variables, this.changes);
	}

	/** What was found in the path that the client sent. */
	Flow foundAsSent(Flow found) {
		return new Flow(found.requests, this.uri, this.args, found.groups, found.variables, this.changes);
	}

	Flow withArgs(Args args) {
		return new Flow(this.requests, this.uri, args, this.groups, this.variables, this.changes);
	}

	/** After a search: what its groups found, and its named groups as variables. */
	Flow withGroups(@Nullable Map<Integer, Value> groups, Map<String, Value> named) {
		Map<String, Value> all = this.variables;
		if (!named.isEmpty()) {
			all = new LinkedHashMap<>(all);
			all.putAll(named);
		}
		return new Flow(this.requests, this.uri, this.args, groups, all, this.changes);
	}

	/** After a search that found nothing. */
	Flow withoutGroups() {
		return withGroups(Map.of(), Map.of());
	}

	Flow withVariable(String name, Value value) {
		return withGroups(this.groups, Map.of(name, value));
	}

	/** With a variable of which nobody can tell what it holds. */
	Flow withoutVariable(String name) {
		Map<String, Value> others = new LinkedHashMap<>(this.variables);
		others.remove(name);
		return new Flow(this.requests, this.uri, this.args, this.groups, others, this.changes);
	}

	/** Whether what was changed on the way is the same. */
	boolean isSameState(Flow other) {
		return this.args.equals(other.args) && this.variables.equals(other.variables)
				&& this.changes.size() == other.changes.size();
	}

	/** The path, if it is only one. */
	@Nullable String path() {
		return (this.uri != null) ? this.uri.literal() : this.requests.path();
	}

	/** The value of a variable. */
	Value value(String name) throws NotTranslatableException {
		Value known = this.variables.get(name);
		if (known != null) {
			return known;
		}
		if (isGroup(name)) {
			if (this.groups == null) {
				throw new NotTranslatableException(
						"what '$" + name + "' is depends on which regular expression was found before");
			}
			return this.groups.getOrDefault(Integer.parseInt(name), Value.EMPTY);
		}
		List<String> hosts = this.requests.hosts();
		return switch (name) {
			case "uri", "document_uri" -> (this.uri != null) ? this.uri : Value.variable("uri");
			case "args", "query_string" -> this.args.value();
			case "is_args" -> this.args.mark();
			case "scheme" ->
				(this.requests.scheme() != null) ? Value.text(this.requests.scheme()) : Value.variable(name);
			case "host", "http_host" -> (hosts.size() == 1) ? Value.text(hosts.get(0)) : Value.variable("host");
			case "server_name" -> serverName();
			case "request_uri" -> Value.variable(name);
			default -> {
				if (!name.matches("(arg|http|cookie)_.+")) {
					throw new NotTranslatableException("what '$" + name + "' is cannot be told here");
				}
				yield Value.variable(name);
			}
		};
	}

	/** Whether it is what a group of the last regular expression found. */
	static boolean isGroup(String variable) {
		return variable.matches("[1-9]");
	}

	private Value serverName() throws NotTranslatableException {
		if (this.requests.serverName() == null) {
			throw new NotTranslatableException("the server has no plain name that '$server_name' could be");
		}
		return Value.text(this.requests.serverName());
	}

}
