package dev.reroute.importer.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A server.
 *
 * @param statement where it stands
 * @param statements what is in it
 * @param names its names
 * @param listens where it listens
 * @param scheme the scheme of its requests; {@code null} for both
 * @param isForAll whether it answers for every host
 */
record Server(Statement statement, List<Statement> statements, List<ServerName> names, List<Listen> listens,
		@Nullable String scheme, boolean isForAll) {

	/** Parse a server. */
	static Server parse(Statement server) {
		List<ServerName> names = new ArrayList<>();
		List<Listen> listens = new ArrayList<>();
		boolean tls = false;
		for (Statement statement : server.body()) {
			switch (statement.name()) {
				case "server_name" -> statement.arguments().forEach((word) -> names.addAll(ServerName.parse(word)));
				case "listen" -> {
					Listen listen = Listen.parse(statement.arguments());
					if (listen != null) {
						listens.add(listen);
					}
				}
				case "ssl" -> tls = statement.argument(0).equals("on");
				default -> {
				}
			}
		}
		return new Server(server, server.body(), List.copyOf(names), listens, scheme(listens, tls),
				listens.stream().anyMatch(Listen::isDefault));
	}

	/**
	 * As one among others: of a port without {@code default_server}, the first answers
	 * for all hosts. It does so here where it has no names; otherwise it is for these.
	 * @param taken ports with a {@code default_server}, or on which another one listened
	 * first
	 */
	Server among(Set<String> taken) {
		boolean first = ports().stream().noneMatch(taken::contains);
		return new Server(this.statement, this.statements, this.names, this.listens, this.scheme,
				this.isForAll || (this.names.isEmpty() && first));
	}

	/** With requests of both schemes. */
	Server forBothSchemes() {
		return new Server(this.statement, this.statements, this.names, this.listens, null, this.isForAll);
	}

	List<String> defaultPorts() {
		return this.listens.stream().filter(Listen::isDefault).map(Listen::port).toList();
	}

	List<String> ports() {
		return this.listens.isEmpty() ? List.of("80") : this.listens.stream().map(Listen::port).toList();
	}

	private static @Nullable String scheme(List<Listen> listens, boolean tls) {
		if (listens.isEmpty()) {
			return tls ? "https" : "http";
		}
		String scheme = listens.get(0).scheme(tls);
		boolean same = listens.stream().allMatch((listen) -> Objects.equals(listen.scheme(tls), scheme));
		return same ? scheme : null;
	}

	/** Its place among others: that of the name that stands last in precedence. */
	int rank() {
		int rank = this.isForAll ? ServerName.Kind.LAST : 0;
		for (ServerName name : this.names) {
			rank = Math.max(rank, name.kind().rank());
		}
		return rank;
	}

	/** Whether some of its names would stand before its place. */
	boolean hasEarlierNames() {
		int rank = rank();
		return this.names.stream().anyMatch((name) -> name.kind().rank() < rank);
	}

	/** The name of its first word, if it is plain. */
	@Nullable String plainName() {
		return (!this.names.isEmpty() && this.names.get(0).kind() == ServerName.Kind.EXACT) ? this.names.get(0).text()
				: null;
	}

	/** Whether both get requests of some scheme. */
	boolean sharesScheme(Server other) {
		return this.scheme == null || other.scheme == null || this.scheme.equals(other.scheme);
	}

	/** Whether both answer for the same requests, but for the port. */
	boolean differsByPortOnly(Server other) {
		boolean sameNames = (this.isForAll && other.isForAll)
				|| this.names.stream().anyMatch((name) -> other.names.contains(name));
		return sharesScheme(other) && sameNames;
	}

}
