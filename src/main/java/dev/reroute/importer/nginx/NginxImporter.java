package dev.reroute.importer.nginx;

import java.util.ArrayList;
import java.util.List;

import dev.reroute.importer.ImportLog;
import dev.reroute.importer.RuleImporter;

/**
 * Reads the configuration of nginx: a whole {@code nginx.conf}, or what is included in
 * one, such as a server, locations, or bare {@code rewrite}s.
 */
public final class NginxImporter implements RuleImporter {

	@Override
	public void read(String text, ImportLog log) {
		List<Statement> statements;
		try {
			statements = new StatementParser(text).parse();
		}
		catch (UnreadableException ex) {
			log.unreadable("bad-directive", ex.line(), ex.expected(), ex.got());
			return;
		}
		Ledger ledger = new Ledger(log);
		statements.forEach(ledger::open);
		Maps maps = new Maps(ledger);
		Servers servers = new Servers(ledger, maps);
		List<Statement> bare = new ArrayList<>();
		for (Statement statement : statements) {
			tellUnrelated(statement, ledger);
			boolean http = statement.name().equals("http");
			for (Statement inner : http ? statement.body() : List.of(statement)) {
				switch (inner.name()) {
					case "server" -> servers.add(inner);
					case "map" -> maps.add(inner);
					default -> bare.add(inner);
				}
			}
		}
		bare.stream()
			.filter((inner) -> inner.isCode() || inner.name().equals("location"))
			.findFirst()
			.ifPresent((first) -> servers.run(first, bare));
		servers.run();
		maps.close();
		ledger.close();
	}

	/** Tell of all that has nothing to do with redirects, or can't be read. */
	private static void tellUnrelated(Statement statement, Ledger ledger) {
		String refusal = Names.refusal(statement);
		if (refusal != null) {
			ledger.refuseAll(statement, refusal);
			return;
		}
		if (!Names.isOurs(statement)) {
			ledger.unrelated(statement);
		}
		if (!Names.isOpaque(statement)) {
			statement.body().forEach((inner) -> tellUnrelated(inner, ledger));
		}
	}

}
