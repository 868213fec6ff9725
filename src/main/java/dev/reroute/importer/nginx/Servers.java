package dev.reroute.importer.nginx;

import java.util.ArrayList;
import java.util.Comparator;
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

	Servers(Ledger ledger, Maps maps) {
		this.ledger = ledger;
		this.maps = maps;
	}

	void add(Statement server) {
		this.servers.add(Server.parse(server));
	}

	/** Tell of all rules. */
	void run() {
		List<Server> all = withoutTwins(placed());
		all.sort(Comparator.comparingInt(Server::rank).thenComparingInt((server) -> -longest(server)));
		Drafts drafts = new Drafts(this.ledger);
		for (int i = 0; i < all.size(); i++) {
			Server server = all.get(i);
			int blockers = drafts.blockers();
			if (server.names().isEmpty() && !server.isForAll()) {
				this.ledger.refuseAll(server.statement(),
						"no request comes to it: it has no name, and is not the first server of its port");
				continue;
			}
			try {
				Flow flow = start(server, all.subList(i + 1, all.size()));
				run(server.statement(), server.statements(), flow, drafts);
				drafts.unblock(blockers);
			}
			catch (NotTranslatableException ex) {
				this.ledger.refuseAll(server.statement(), ex.reason());
				drafts.block(server.statement(), requests(server));
			}
		}
		drafts.tell();
	}

	/** Which server is for all hosts depends on the others. */
	private List<Server> placed() {
		ForwardedScheme forwarded = this.maps.forwardedScheme();
		Set<String> taken = new HashSet<>();
		this.servers.forEach((server) -> taken.addAll(server.defaultPorts()));
		List<Server> placed = new ArrayList<>();
		for (Server server : this.servers) {
			Server one = server.among(taken);
			placed.add(forwarded.isAskedBy(one.statements()) ? one.forBothSchemes() : one);
			taken.addAll(server.ports());
		}
		return placed;
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
		int before = drafts.size();
		new Interpreter(this.ledger, this.maps, drafts, locations).run(owner, statements, flow);
		new FileFallbacks(this.ledger, drafts, before).refuse(statements);
	}

	/** The longest of the wildcards that give a server its place. */
	private static int longest(Server server) {
		return server.names()
			.stream()
			.filter((name) -> name.kind().isWildcard() && name.kind().rank() == server.rank())
			.mapToInt((name) -> name.text().length())
			.max()
			.orElse(0);
	}

	/** A rule does not look at the port, which differs behind a proxy anyway. */
	private List<Server> withoutTwins(List<Server> servers) {
		List<Server> all = new ArrayList<>();
		Map<ServerName, List<Server>> named = new HashMap<>();
		List<Server> forAll = new ArrayList<>();
		for (Server server : servers) {
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

	private static Requests requests(Server server) {
		return (server.scheme() != null) ? Requests.ALL.withScheme(server.scheme()) : Requests.ALL;
	}

	/** The requests that come to a server. */
	private static Flow start(Server server, List<Server> behind) throws NotTranslatableException {
		Requests requests = requests(server);
		if (server.isForAll()) {
			return Flow.of(requests.withServer(List.of(), List.of(), server.plainName()));
		}
		List<ServerName> names = server.names();
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

	/** Hosts that belong to a server behind, by a name of higher precedence. */
	private static List<String> notHosts(Server server, List<Server> behind) throws NotTranslatableException {
		// servers with names of one kind, and one of these, stand where they belong
		boolean several = server.names().size() > 1;
		List<String> not = new ArrayList<>();
		if (server.rank() == ServerName.Kind.EXACT.rank()) {
			return not;
		}
		for (Server other : behind) {
			if (server.sharesScheme(other) && (several || other.hasEarlierNames())) {
				for (ServerName name : other.names()) {
					if (server.names().stream().anyMatch((own) -> isAsked(other, name, server, own))) {
						requireNoOther(server, name);
						not.addAll(name.hostTexts());
					}
				}
			}
		}
		return not;
	}

	/** Whether a host that has two names is asked of the first one's server. */
	private static boolean isAsked(Server one, ServerName name, Server other, ServerName otherName) {
		boolean regexes = name.kind() == ServerName.Kind.REGEX && otherName.kind() == ServerName.Kind.REGEX;
		boolean first = regexes && one.statement().line() < other.statement().line();
		return (first || name.isBefore(otherName)) && name.mayMeet(otherName);
	}

	private static void requireNoOther(Server server, ServerName not) throws NotTranslatableException {
		for (ServerName own : server.names()) {
			if (own.isBefore(not) && own.mayMeet(not)) {
				throw new NotTranslatableException(
						"of its names and those of another server each has some that come before others");
			}
		}
	}

}
