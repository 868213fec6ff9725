package dev.reroute.importer.nginx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.regex.UnmatchableSourceException;
import dev.reroute.rule.RuleBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Rules in the order in which they are to be tested, before they are told. Where
 * something is refused, a rule that passes stands in its place, so that no later one
 * answers for it.
 */
final class Drafts {

	/** More is not worth the search for what can be left out. */
	private static final long COMPARISONS = 2_000_000;

	/** Where so much could not be translated, no one looks for what is not concerned. */
	private static final int MAX_BLOCKERS = 1_000;

	private static final Action PASS = new Action.Pass();

	private final Ledger ledger;

	private final List<Draft> drafts = new ArrayList<>();

	/** What may act before others, but nobody can say when. */
	private final List<Blocker> blockers = new ArrayList<>();

	private record Draft(Statement statement, Requests requests, Reach reach, Action action) {

	}

	private record Blocker(Statement statement, Reach reach) {

	}

	Drafts(Ledger ledger) {
		this.ledger = ledger;
	}

	/** From here on what comes later may not be reached, by some of these requests. */
	void block(Statement statement, Requests requests) {
		if (this.blockers.size() <= MAX_BLOCKERS) {
			boolean last = this.blockers.size() == MAX_BLOCKERS;
			this.blockers.add(new Blocker(statement, Reach.of(last ? Requests.ALL : requests)));
		}
	}

	int size() {
		return this.drafts.size();
	}

	/**
	 * The first statement that answers requests.
	 * @param from how many drafts to pass over
	 * @param requests whether some tests are for the requests
	 * @return the statement, or {@code null}
	 */
	@Nullable Statement acting(int from, Predicate<List<Test>> requests) {
		return this.drafts.subList(from, this.drafts.size())
			.stream()
			.filter((draft) -> !draft.action().equals(PASS) && requests.test(draft.requests().tests()))
			.map(Draft::statement)
			.findFirst()
			.orElse(null);
	}

	int blockers() {
		return this.blockers.size();
	}

	/** What comes later concerns none of the requests that were blocked since. */
	void unblock(int size) {
		this.blockers.subList(size, this.blockers.size()).clear();
	}

	/** Something becomes of requests that come to a statement. */
	void add(Statement statement, Requests requests, Action action) {
		Action sayable = action;
		Reach reach = Reach.of(requests);
		Blocker blocker = blocker(reach);
		if (blocker != null && !action.equals(PASS)) {
			refuse(statement,
					"line " + blocker.statement().line() + ", which could not be translated, may answer before it");
			sayable = PASS;
		}
		try {
			RuleWriter.write(requests, sayable);
		}
		catch (UnmatchableSourceException ex) {
			// these requests are none that a rule sees, so that nothing else is concerned
			refuse(statement, ex.reason());
			return;
		}
		catch (NotTranslatableException ex) {
			if (!sayable.equals(PASS)) {
				refuse(statement, ex.reason());
			}
			if (!canPass(requests)) {
				block(statement, requests);
				return;
			}
			sayable = PASS;
		}
		this.drafts.add(new Draft(statement, requests, reach, sayable));
	}

	/** Something that no rule can say becomes of requests. */
	void refuse(Statement statement, Requests requests, String reason) {
		refuse(statement, reason);
		add(statement, requests, PASS);
	}

	/** A statement is refused, and what stands within it. */
	void refuseAll(Statement statement, Requests requests, String reason) {
		this.ledger.refuseAll(statement, reason);
		add(statement, requests, PASS);
	}

	private void refuse(Statement statement, String reason) {
		this.ledger.refuse(statement, reason);
	}

	private @Nullable Blocker blocker(Reach reach) {
		for (Blocker blocker : this.blockers) {
			if (blocker.reach().mayMeet(reach)) {
				return blocker;
			}
		}
		return null;
	}

	/** Whether a rule can say which requests these are. */
	static boolean canPass(Requests requests) {
		try {
			RuleWriter.write(requests, PASS);
			return true;
		}
		catch (NotTranslatableException ex) {
			return false;
		}
	}

	/** Tell of all rules but those that pass where nothing else would act. */
	void tell() {
		List<Draft> kept = withoutIdlePasses();
		for (Draft draft : kept) {
			for (RuleBuilder rule : write(draft.requests(), draft.action())) {
				if (!this.ledger.becomes(draft.statement(), rule) && !draft.action().equals(PASS)) {
					write(draft.requests(), PASS).forEach((pass) -> this.ledger.becomes(draft.statement(), pass));
				}
			}
		}
		this.drafts.clear();
	}

	private static List<RuleBuilder> write(Requests requests, Action action) {
		try {
			return RuleWriter.write(requests, action);
		}
		catch (NotTranslatableException ex) {
			throw new IllegalStateException("It was written before", ex);
		}
	}

	private List<Draft> withoutIdlePasses() {
		List<Draft> acting = new ArrayList<>();
		List<Draft> kept = new ArrayList<>();
		long comparisons = 0;
		for (int i = this.drafts.size() - 1; i >= 0; i--) {
			Draft draft = this.drafts.get(i);
			boolean idle = draft.action().equals(PASS);
			if (idle && comparisons < COMPARISONS) {
				comparisons += acting.size();
				idle = acting.stream().noneMatch((other) -> other.reach().mayMeet(draft.reach()));
			}
			else {
				idle = idle && acting.isEmpty();
			}
			if (!idle) {
				kept.add(draft);
				if (!draft.action().equals(PASS)) {
					acting.add(draft);
				}
			}
		}
		Collections.reverse(kept);
		return kept;
	}

}
