package dev.reroute.importer.nginx;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.reroute.importer.NotTranslatableException;
import org.jspecify.annotations.Nullable;

/**
 * The servers of a configuration, in an order in which the first that is for a host is
 * the one that answers: those with plain names first, then those with wildcards, with
 * regular expressions, and for all hosts.
 */
final class Servers {

	private final Ledger ledger;

	private final Maps maps;

	private final List<Server> servers = new ArrayList<>();

	private final Set<String> ports = new HashSet<>();

	Servers(Ledger ledger, Maps maps) {
		this.ledger = ledger;
		this.maps = maps;
	}

	void add(Statement server) {
		Server parsed = Server.parse(server, this.ports);
		this.servers.add(parsed);
		this.ports.addAll(parsed.ports());
	}

	/** Tell of all rules. */
	void run() {
		List<Server> all = withoutTwins();
		all.sort(Comparator.comparingInt(Server::rank)
			.thenComparingInt((server) -> (server.rank() == ServerName.Kind.REGEX.rank()) ? 0 : -longest(server)));
		Drafts drafts = new Drafts(this.ledger);
		// servers with names of one kind stand where they belong
		Deque<Server> mixed = new ArrayDeque<>(all.stream().filter(Server::hasEarlierNames).toList());
		for (Server server : all) {
			int blockers = drafts.blockers();
			if (server.hasEarlierNames()) {
				mixed.removeFirst();
			}
			Flow flow = start(server, mixed);
			if (flow != null) {
				run(server.statement(), server.statements(), flow, drafts);
				drafts.unblock(blockers);
			}
		}
		drafts.tell();
	}

	/** Statements that stand in no server. */
	void run(Statement owner, List<Statement> statements) {
		Drafts drafts = new Drafts(this.ledger);
		run(owner, statements, Flow.of(Requests.ALL), drafts);
		drafts.tell();
	}

	private void run(Statement owner, List<Statement> statements, Flow flow, Drafts drafts) {
		List<Location> locations = new ArrayList<>();
		for (Statement statement : statements) {
			if (statement.name().equals("location")) {
				Location location = Location.parse(statement);
				if (location != null) {
					locations.add(location);
				}
				else {
					this.ledger.refuseAll(statement,
							statement.argument(0).startsWith("@")
									? "only directives that look at files or answers lead to a location with a name"
									: "it is no location of nginx");
				}
			}
		}
		new Interpreter(this.ledger, this.maps, drafts, locations).run(owner, statements, flow);
	}

	private static int longest(Server server) {
		return server.names().stream().mapToInt((name) -> name.text().length()).max().orElse(0);
	}

	/** A rule does not look at the port, which differs behind a proxy anyway. */
	private List<Server> withoutTwins() {
		List<Server> all = new ArrayList<>();
		Map<ServerName, List<Server>> named = new HashMap<>();
		List<Server> forAll = new ArrayList<>();
		for (Server server : this.servers) {
			Server twin = twin(server, server.isForAll() ? forAll : List.of());
			for (ServerName name : server.names()) {
				twin = (twin != null) ? twin : twin(server, named.getOrDefault(name, List.of()));
			}
			if (twin != null) {
				this.ledger.refuseAll(server.statement(),
						"it is for the same hosts and scheme as the server in line " + twin.statement().line());
				continue;
			}
			all.add(server);
			server.names().forEach((name) -> named.computeIfAbsent(name, (key) -> new ArrayList<>()).add(server));
			if (server.isForAll()) {
				forAll.add(server);
			}
		}
		return all;
	}

	private static @Nullable Server twin(Server server, List<Server> others) {
		return others.stream().filter(server::differsByPortOnly).findFirst().orElse(null);
	}

	/** The requests that come to a server; {@code null} if it has none. */
	private @Nullable Flow start(Server server, Deque<Server> behind) {
		Requests requests = (server.scheme() != null) ? Requests.ALL.withScheme(server.scheme()) : Requests.ALL;
		if (server.isForAll()) {
			return Flow.of(requests.withServer(List.of(), List.of(), server.plainName()));
		}
		List<ServerName> names = server.names();
		if (names.isEmpty()) {
			this.ledger.refuseAll(server.statement(), "it has no name for which a request could come to it");
			return null;
		}
		try {
			List<String> notHosts = notHosts(server, behind);
			if (names.stream().allMatch((name) -> name.kind() == ServerName.Kind.EXACT)) {
				List<String> hosts = names.stream().map(ServerName::text).distinct().toList();
				return Flow.of(requests.withServer(List.of(), notHosts, server.plainName()).withHosts(hosts));
			}
			if (names.size() == 1 && names.get(0).kind() == ServerName.Kind.REGEX) {
				Test test = Test.regex(Subject.HOST, names.get(0).text(), true);
				Flow flow = Flow.of(requests.withServer(List.of(), notHosts, null).with(test));
				return ConditionReader.bound(test, flow);
			}
			List<String> texts = new ArrayList<>();
			for (ServerName name : names) {
				texts.addAll(name.hostTexts());
			}
			return Flow.of(requests.withServer(texts, notHosts, server.plainName()));
		}
		catch (NotTranslatableException ex) {
			this.ledger.refuseAll(server.statement(), ex.reason());
			return null;
		}
	}

	/** Hosts that belong to a server behind, by a name of higher precedence. */
	private static List<String> notHosts(Server server, Deque<Server> behind) throws NotTranslatableException {
		List<String> not = new ArrayList<>();
		if (server.rank() == ServerName.Kind.EXACT.rank()) {
			return not;
		}
		for (Server other : behind) {
			for (ServerName name : other.names()) {
				boolean higher = server.names()
					.stream()
					.anyMatch((own) -> name.kind().compareTo(own.kind()) < 0 && name.mayMeet(own));
				if (higher) {
					not.addAll(name.hostTexts());
				}
			}
		}
		return not;
	}

}
