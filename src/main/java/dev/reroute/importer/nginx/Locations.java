package dev.reroute.importer.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.reroute.importer.NotTranslatableException;

/**
 * Chooses the locations of requests, and tells what becomes of requests whose directives
 * are done.
 */
final class Locations {

	private static final int MAX_CYCLES = 10;

	/** A configuration in which more has to be looked at is refused. */
	private static final long MAX_CHOICES = 20_000_000;

	private static final int CYCLE_STATUS = 500;

	private static final Action PASS = new Action.Pass();

	private final Interpreter interpreter;

	private final Drafts drafts;

	private final List<Location> locations;

	private final List<Location.Placed> inOrder;

	private long choices;

	Locations(Interpreter interpreter, Drafts drafts, List<Location> locations) {
		this.interpreter = interpreter;
		this.drafts = drafts;
		this.locations = locations;
		this.inOrder = Location.inOrder(locations);
	}

	/** The directives of a server or location are done. */
	void leave(Flow flow, Phase phase, boolean stays) {
		boolean moved = !stays && flow.changes().size() > phase.changes();
		if (phase.location() == null || moved) {
			choose(flow, phase);
		}
		else {
			answer(flow, phase.owner());
		}
	}

	/** Something else answers. */
	private void answer(Flow flow, Statement owner) {
		Statement by = flow.changes().isEmpty() ? owner : flow.changes().get(flow.changes().size() - 1);
		Value uri = flow.uri();
		boolean same = uri == null && flow.args().equals(Args.ORIGINAL);
		this.drafts.add(by, flow.requests(),
				same ? PASS : new Action.Rewrite((uri != null) ? uri : Value.variable("uri"), flow.args()));
	}

	private void choose(Flow flow, Phase phase) {
		int cycle = phase.cycle() + 1;
		if (cycle > MAX_CYCLES + 1) {
			this.drafts.add(phase.owner(), flow.requests(), new Action.Respond(CYCLE_STATUS));
			return;
		}
		this.choices += this.inOrder.size();
		try {
			if (this.choices > MAX_CHOICES) {
				throw new NotTranslatableException("there are too many locations that it may come to");
			}
			if (flow.uri() == null && flow.path() == null) {
				enterAll(flow, phase.owner(), cycle);
			}
			else {
				enterOne(flow, phase.owner(), cycle);
			}
		}
		catch (NotTranslatableException ex) {
			this.drafts.refuse(phase.owner(), flow.requests(), ex.reason());
		}
	}

	private void enterAll(Flow flow, Statement server, int cycle) throws NotTranslatableException {
		addSlashes(flow);
		for (Location.Placed placed : this.inOrder) {
			Flow inside = flow;
			for (Test test : placed.tests()) {
				inside = inside.with(test);
			}
			int blockers = this.drafts.blockers();
			enter(placed.location(), inside, cycle);
			if (Drafts.canPass(inside.requests())) {
				this.drafts.unblock(blockers);
			}
		}
		boolean all = this.locations.stream().anyMatch((location) -> location.test().equals(Test.prefix("/")));
		if (!all) {
			answer(flow, server);
		}
	}

	/** Of the path something is known. */
	private void enterOne(Flow flow, Statement server, int cycle) throws NotTranslatableException {
		String known = flow.path();
		Value path = (known != null) ? Value.text(known) : flow.value("uri");
		List<Location> possible = new ArrayList<>();
		boolean sure = false;
		for (Location.Placed placed : this.inOrder) {
			PathTests.Answer answer = PathTests.Answer.YES;
			for (Test test : placed.tests()) {
				PathTests.Answer one = PathTests.decide(test, path);
				answer = (one == PathTests.Answer.NO || answer == PathTests.Answer.YES) ? one : answer;
				if (answer == PathTests.Answer.NO) {
					break;
				}
			}
			if (answer != PathTests.Answer.NO) {
				possible.add(placed.location());
			}
			sure = answer == PathTests.Answer.YES;
			if (sure) {
				break;
			}
		}
		if (possible.size() == 1 && sure) {
			enter(possible.get(0), flow, cycle);
			return;
		}
		for (Location location : possible) {
			if (location.hasCode()) {
				Statement by = flow.changes().isEmpty() ? server : flow.changes().get(flow.changes().size() - 1);
				this.drafts.refuse(by, flow.requests(), "where '" + path + "' leads depends on the request, and line "
						+ location.statement().line() + " may act on it");
				return;
			}
		}
		answer(flow, possible.isEmpty() ? server : possible.get(0).statement());
	}

	private void enter(Location location, Flow flow, int cycle) throws NotTranslatableException {
		Statement statement = location.statement();
		for (Statement inner : statement.body()) {
			if (inner.name().equals("internal") && flow.changes().isEmpty()) {
				this.drafts.add(inner, flow.requests(), new Action.Respond(404));
				return;
			}
		}
		if (location.hasLocations() && location.hasCode()) {
			this.drafts.refuseAll(statement, flow.requests(), "it has locations within it");
			return;
		}
		Flow inside = flow;
		if (location.kind() == Location.Kind.REGEX) {
			List<Flow> found = PathReader.search(location.text(), location.ignoreCase(), flow).flows();
			if (found.isEmpty()) {
				return;
			}
			inside = found.get(0);
		}
		this.interpreter.run(new Frame(statement.body(), 0, null, null), inside,
				new Phase(statement, location, inside.changes().size(), cycle));
	}

	/** Before it passes requests for {@code /a/} on, nginx sends {@code /a} there. */
	private void addSlashes(Flow flow) {
		Set<String> texts = this.locations.stream().map(Location::text).collect(Collectors.toSet());
		for (Location location : this.locations) {
			String text = location.text();
			boolean prefix = location.kind() == Location.Kind.PREFIX || location.kind() == Location.Kind.FINAL_PREFIX;
			if (!prefix || !text.endsWith("/") || text.length() == 1
					|| location.statement().body().stream().noneMatch(Names::addsSlash)) {
				continue;
			}
			String path = text.substring(0, text.length() - 1);
			if (!texts.contains(path)) {
				this.drafts.add(location.statement(), flow.with(Test.equal(Subject.PATH, path)).requests(),
						new Action.Redirect(Value.text(PathTests.encoded(text)), 301, flow.args()));
			}
		}
	}

}
