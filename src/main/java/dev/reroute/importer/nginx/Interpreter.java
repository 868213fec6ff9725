package dev.reroute.importer.nginx;

import java.util.List;
import java.util.Map;

import dev.reroute.importer.NotTranslatableException;
import org.jspecify.annotations.Nullable;

/**
 * Follows requests through the directives of a server, as nginx does, for all requests at
 * once. Where it depends on a request how it goes on, both ways are followed: first that
 * of the requests for which a condition holds, so that the other one needs no condition
 * of its own among rules of which the first that matches acts.
 */
final class Interpreter {

	/** A configuration whose ways part more often is refused. */
	private static final int MAX_FORKS = 10_000;

	/** So many of them within each other. */
	private static final int MAX_DEPTH = 200;

	private final Ledger ledger;

	private final Maps maps;

	private final Drafts drafts;

	private final Locations locations;

	private int forks;

	private int depth;

	Interpreter(Ledger ledger, Maps maps, Drafts drafts, List<Location> locations) {
		this.ledger = ledger;
		this.maps = maps;
		this.drafts = drafts;
		this.locations = new Locations(this, drafts, locations);
	}

	/** Follow requests that come to a server. */
	void run(Statement server, List<Statement> statements, Flow flow) {
		run(new Frame(statements, 0, null, null), flow, new Phase(server, null, 0, 0));
	}

	/**
	 * Follow requests from a place on.
	 * @return whether all of them were followed to their end; if not, they have come to
	 * the end of a block unchanged
	 */
	boolean run(Frame start, Flow begun, Phase phase) {
		this.depth++;
		boolean ended = follow(start, begun, phase);
		this.depth--;
		return ended;
	}

	private boolean follow(Frame start, Flow begun, Phase phase) {
		Frame frame = start;
		Flow flow = begun;
		while (true) {
			if (frame.isAtEnd()) {
				if (frame.entry() != null && flow.isSameState(frame.entry())) {
					return false;
				}
				this.forks += (frame.entry() != null) ? 1 : 0;
				if (frame.outer() == null) {
					this.locations.leave(flow, phase, false);
					return true;
				}
				frame = frame.outer();
				continue;
			}
			Statement statement = frame.statement();
			if (!statement.isCode()) {
				frame = frame.next();
				continue;
			}
			if (this.forks > MAX_FORKS || this.depth > MAX_DEPTH) {
				this.drafts.refuse(statement, flow.requests(), "there are too many ways through what stands before it");
				return true;
			}
			Flow next = step(statement, frame, flow, phase);
			if (next == null) {
				return true;
			}
			flow = next;
			frame = frame.next();
		}
	}

	/** Returns the requests that go on; {@code null} if none do. */
	private @Nullable Flow step(Statement statement, Frame frame, Flow flow, Phase phase) {
		try {
			NginxMap map = this.maps.unboundIn(statement, flow);
			if (map != null) {
				return statement.name().equals("if") ? ifMapped(map, statement, frame, flow, phase)
						: mapped(map, statement, frame, flow, phase);
			}
			return switch (statement.name()) {
				case "if" -> doIf(statement, frame, flow, phase);
				case "return" -> {
					doReturn(statement, flow);
					yield null;
				}
				case "rewrite" -> rewrite(statement, frame, flow, phase);
				case "set" -> set(statement, flow);
				default -> {
					this.locations.leave(flow, phase, true);
					yield null;
				}
			};
		}
		catch (NotTranslatableException ex) {
			this.ledger.refuseAll(statement, ex.reason());
			boolean onPath = statement.name().equals("rewrite") && flow.uri() == null;
			this.drafts.block(statement, onPath
					? flow.requests().with(Test.regex(Subject.PATH, statement.argument(0), false)) : flow.requests());
			return flow;
		}
	}

	private @Nullable Flow doIf(Statement statement, Frame frame, Flow flow, Phase phase)
			throws NotTranslatableException {
		if (statement.body().stream().noneMatch(Statement::isCode)) {
			return flow;
		}
		Comparison comparison = Comparison.parse(statement.arguments());
		Branches branches = ConditionReader.read(comparison, flow);
		boolean allEnded = true;
		for (Flow inside : branches.flows()) {
			allEnded &= run(new Frame(statement.body(), 0, frame.next(), inside), inside, phase);
		}
		if (branches.always() && allEnded) {
			return null;
		}
		if (!allEnded) {
			// some of those that go on have found something, and some have not
			return (comparison.kind() == Comparison.Kind.REGEX) ? flow.withGroups(null, Map.of()) : flow;
		}
		Flow rest = ConditionReader.afterFailure(comparison, flow);
		return branches.flows().isEmpty() ? rest : branches.without(rest);
	}

	/** The statement is asked once for each entry of a map. */
	private @Nullable Flow mapped(NginxMap map, Statement statement, Frame frame, Flow flow, Phase phase)
			throws NotTranslatableException {
		for (NginxMap.Entry entry : this.maps.used(map)) {
			for (Flow found : flows(map, entry, flow)) {
				this.maps.enter(map, entry);
				if (entry.isDefault()) {
					return step(statement, frame, found, phase);
				}
				run(new Frame(frame.statements(), frame.index(), frame.outer(), null), found, phase);
			}
		}
		return flow;
	}

	private @Nullable Flow ifMapped(NginxMap map, Statement statement, Frame frame, Flow flow, Phase phase)
			throws NotTranslatableException {
		Comparison comparison = Comparison.parse(statement.arguments());
		boolean laterHolds = this.maps.holdsForPattern(map, comparison);
		for (NginxMap.Entry entry : this.maps.used(map)) {
			for (Flow found : flows(map, entry, flow)) {
				boolean holds = !ConditionReader.read(comparison, found).flows().isEmpty();
				this.maps.enter(map, entry);
				if (entry.isDefault()) {
					return holds ? step(statement, frame, found, phase) : flow;
				}
				if (holds) {
					boolean ended = run(new Frame(List.of(statement), 0, frame.next(), found), found, phase);
					if (!ended && laterHolds) {
						run(frame.next(), found, phase);
					}
				}
				else if (laterHolds) {
					// no entry behind it may have what this one has not
					run(frame.next(), found, phase);
				}
			}
		}
		return flow;
	}

	private List<Flow> flows(NginxMap map, NginxMap.Entry entry, Flow flow) {
		try {
			return map.flows(entry, flow);
		}
		catch (NotTranslatableException ex) {
			this.ledger.refuse(entry.statement(), ex.reason());
			this.drafts.block(entry.statement(), flow.requests());
			return List.of();
		}
	}

	private void doReturn(Statement statement, Flow flow) {
		Statement owner = this.maps.ownerOf(statement);
		try {
			this.drafts.add(owner, flow.requests(), ReturnReader.read(statement, flow));
		}
		catch (NotTranslatableException ex) {
			this.drafts.refuse(owner, flow.requests(), ex.reason());
		}
	}

	private @Nullable Flow rewrite(Statement statement, Frame frame, Flow flow, Phase phase)
			throws NotTranslatableException {
		Rewrite rewrite = Rewrite.parse(statement);
		if (rewrite == null) {
			this.ledger.invalid(statement, "'rewrite', a regular expression, a replacement and perhaps a flag");
			return flow;
		}
		Branches branches = PathReader.search(rewrite.regex(), false, flow);
		for (Flow found : branches.flows()) {
			if (rewrite.isRedirect()) {
				redirect(rewrite, found);
				continue;
			}
			Flow changed;
			try {
				changed = rewrite.change(found);
			}
			catch (NotTranslatableException ex) {
				this.drafts.refuse(statement, found.requests(), ex.reason());
				continue;
			}
			if (rewrite.goesOn()) {
				this.forks++;
				run(new Frame(frame.statements(), frame.index() + 1, frame.outer(), null), changed, phase);
			}
			else {
				this.locations.leave(changed, phase, rewrite.flag().equals("break"));
			}
		}
		return branches.always() ? null : flow.withoutGroups();
	}

	private void redirect(Rewrite rewrite, Flow found) {
		Statement owner = this.maps.ownerOf(rewrite.statement());
		try {
			this.drafts.add(owner, found.requests(), rewrite.redirect(found));
		}
		catch (NotTranslatableException ex) {
			this.drafts.refuse(owner, found.requests(), ex.reason());
		}
	}

	private static Flow set(Statement statement, Flow flow) throws NotTranslatableException {
		String name = statement.argument(0).replaceFirst("^\\$\\{?", "").replaceFirst("}$", "");
		if (name.equals("args")) {
			return flow.withArgs(new Args(ValueParser.parse(statement.argument(1)).resolve(flow), false));
		}
		try {
			return flow.withVariable(name, ValueParser.parse(statement.argument(1)).resolve(flow));
		}
		catch (NotTranslatableException ex) {
			// it matters only where it is used
			return flow.withoutVariable(name);
		}
	}

}
