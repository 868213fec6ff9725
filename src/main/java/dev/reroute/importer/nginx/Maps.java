package dev.reroute.importer.nginx;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.reroute.importer.NotTranslatableException;
import org.jspecify.annotations.Nullable;

/**
 * The maps of a configuration, and which entry of each is looked at.
 */
final class Maps {

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([A-Za-z_]\\w*)");

	private final Ledger ledger;

	private final Map<String, Statement> statements = new HashMap<>();

	private final Map<String, NginxMap> maps = new HashMap<>();

	private final Map<String, NginxMap.Entry> entries = new HashMap<>();

	private final Set<NginxMap> used = Collections.newSetFromMap(new IdentityHashMap<>());

	Maps(Ledger ledger) {
		this.ledger = ledger;
	}

	void add(Statement map) {
		this.statements.put(map.argument(1).replaceFirst("^\\$", ""), map);
	}

	/** What asks for the scheme that a proxy told. */
	ForwardedScheme forwardedScheme() {
		return new ForwardedScheme(this.statements.values());
	}

	/** A map on whose variable a statement depends, and of which no entry was chosen. */
	@Nullable NginxMap unboundIn(Statement statement, Flow flow) {
		if (this.statements.isEmpty()) {
			return null;
		}
		for (String argument : statement.arguments()) {
			Matcher variable = VARIABLE.matcher(argument);
			while (variable.find()) {
				String name = variable.group(1);
				if (this.statements.containsKey(name) && !flow.variables().containsKey(name)) {
					return this.maps.computeIfAbsent(name, this::read);
				}
			}
		}
		return null;
	}

	private NginxMap read(String name) {
		return NginxMap.parse(Objects.requireNonNull(this.statements.get(name)), this.ledger);
	}

	/** The entries of a map, which become directives of their own. */
	List<NginxMap.Entry> used(NginxMap map) {
		if (this.used.add(map)) {
			map.statement().body().forEach(this.ledger::open);
		}
		return map.entries();
	}

	/** From here on this entry gives the value. */
	void enter(NginxMap map, NginxMap.Entry entry) {
		this.entries.put(map.variable(), entry);
	}

	/** The entry whose value a statement puts in, or else the statement. */
	Statement ownerOf(Statement statement) {
		if (!this.entries.isEmpty()) {
			for (String argument : statement.arguments()) {
				Matcher variable = VARIABLE.matcher(argument);
				while (variable.find()) {
					NginxMap.Entry entry = this.entries.get(variable.group(1));
					if (entry != null) {
						return entry.statement();
					}
				}
			}
		}
		return statement;
	}

	/** Whether a comparison holds for an entry that is not for one plain key. */
	boolean holdsForPattern(NginxMap map, Comparison comparison) throws NotTranslatableException {
		for (NginxMap.Entry entry : map.entries()) {
			if (entry.kind() != NginxMap.Kind.PLAIN
					&& (entry.value().indexOf('$') >= 0 || comparison.holds(entry.value()))) {
				return true;
			}
		}
		return false;
	}

	/** Maps that nothing here depends on are about something else. */
	void close() {
		this.statements.forEach((name, statement) -> {
			if (!this.maps.containsKey(name)) {
				this.ledger.unrelated(statement);
			}
		});
	}

}
