package dev.reroute.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

import dev.reroute.engine.Hop;
import dev.reroute.engine.Walk;
import dev.reroute.lint.Severity;
import dev.reroute.replay.Counted;
import dev.reroute.replay.Difference;
import dev.reroute.replay.Effect;
import dev.reroute.replay.MissingUrl;
import dev.reroute.replay.Ranking;
import dev.reroute.replay.ReplayResult;
import dev.reroute.replay.ReplayedAction;
import dev.reroute.replay.log.UnreadableLine;
import dev.reroute.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Prints what {@code replay} found for people, what there is to do first: what publishing
 * would change, what is not answered, who walks too far, which rules nobody needs.
 */
final class ReplayText {

	private static final String INDENTATION = " ".repeat(13);

	private static final int MAX_LENGTH = 200;

	private final Ink ink;

	private final PrintWriter out;

	ReplayText(Ink ink, PrintWriter out) {
		this.ink = ink;
		this.out = out;
	}

	void print(Replayed replayed) {
		ReplayResult result = replayed.result();
		Ranking<Difference> differences = result.differences();
		if (differences != null) {
			head("answered differently", differences);
			differences.top().forEach(this::difference);
			more(differences);
		}
		if (result.requests() > 0) {
			actions(result);
		}
		else {
			this.out.println("no requests, so that nothing can be said of the rules");
			this.out.println();
		}
		if (result.missing().requests() > 0) {
			head("404, and no rule answers", result.missing());
			result.missing().top().forEach(this::missing);
			more(result.missing());
		}
		if (result.chains().requests() > 0) {
			head("redirected more than once", result.chains());
			result.chains().top().forEach(this::chain);
			more(result.chains());
		}
		if (result.requests() > 0) {
			neverHit(result);
		}
		withCare(replayed);
		this.out.println(this.ink.strong(replayed.summary()));
	}

	private void actions(ReplayResult result) {
		this.out.println(this.ink.strong("what the rules do"));
		for (ReplayedAction action : ReplayedAction.values()) {
			long count = result.count(action);
			if (count > 0) {
				this.out.println(number(count) + "%-13s".formatted(action)
						+ this.ink.faint(String.format(Locale.ROOT, "%5.1f %%", 100.0 * count / result.requests())));
			}
		}
		this.out.println();
	}

	private void difference(Counted<Difference> counted) {
		Difference difference = counted.what();
		Effect before = difference.before();
		Effect now = difference.now();
		// what differs is shown, and no more
		boolean inFull = before.toString().equals(now.toString());
		this.out.println(number(counted.requests()) + shortened(difference.url()));
		effect("before", inFull ? before.inFull() : before.toString(), difference.beforeRule());
		effect("now", inFull ? now.inFull() : now.toString(), difference.nowRule());
	}

	private void effect(String when, String effect, @Nullable Rule rule) {
		this.out.println(INDENTATION + this.ink.faint("%-8s".formatted(when + ":")) + shortened(effect)
				+ ((rule != null) ? "  " + this.ink.faint(rule.origin().toString()) : ""));
	}

	private void missing(Counted<MissingUrl> counted) {
		this.out.println(number(counted.requests()) + shortened(counted.what().url()));
		List<String> nearest = counted.what().nearest();
		if (!nearest.isEmpty()) {
			this.out.println(INDENTATION + this.ink.faint("perhaps ") + shortened(String.join(", ", nearest)));
		}
	}

	private void chain(Counted<Walk> counted) {
		Walk walk = counted.what();
		List<Hop> hops = walk.hops();
		this.out.println(number(counted.requests()) + shortened(hops.get(0).from().toString()));
		for (Hop hop : hops) {
			this.out.println(INDENTATION + this.ink.text(hop.status() + " -> ") + shortened(hop.to()) + "  "
					+ this.ink.faint(hop.rule().origin().toString()));
		}
		if (walk.end() == Walk.End.LOOP || walk.end() == Walk.End.TOO_LONG) {
			this.out.println(
					INDENTATION + this.ink.as(Severity.ERROR, (walk.end() == Walk.End.LOOP) ? "a loop" : "and so on"));
		}
	}

	private void neverHit(ReplayResult result) {
		int count = result.neverHit();
		if (count == 0) {
			return;
		}
		this.out.println(this.ink
			.strong(String.format(Locale.ROOT, "never hit: %,d of %s", count, Replayed.count(result.rules(), "rule"))));
		for (Rule rule : result.firstNeverHit()) {
			this.out.println(INDENTATION + this.ink.text(rule.id()) + "  " + this.ink.faint(rule.origin().toString()));
		}
		andMore(count - result.firstNeverHit().size(), "more rule");
		this.out.println();
	}

	/** What may be wrong in the above. */
	private void withCare(Replayed replayed) {
		boolean any = false;
		for (var gap : replayed.result().gaps().entrySet()) {
			any = true;
			this.out.println(this.ink.as(Severity.WARNING, "note: ") + this.ink
				.text("the log does not tell the " + gap.getKey() + ", which " + Replayed.count(gap.getValue(), "rule")
						+ " look" + ((gap.getValue() == 1) ? "s" : "") + " at" + hint(gap.getKey())));
		}
		for (Replayed.Log log : replayed.logs()) {
			for (UnreadableLine line : log.summary().first()) {
				any = true;
				this.out.println(this.ink.strong(log.file() + ":" + line.number() + ":") + " "
						+ this.ink.as(Severity.WARNING, "not read: ")
						+ this.ink.text(line.reason() + ": " + line.text()));
			}
			andMore(log.summary().unreadable() - log.summary().first().size(), "more line");
		}
		if (any) {
			this.out.println();
		}
	}

	private static String hint(String gap) {
		return gap.equals("host") || gap.equals("scheme") ? "; say it with --" + gap : "";
	}

	private void head(String title, Ranking<?> ranking) {
		String exact = ranking.isExact() ? "" : "more than ";
		this.out.println(this.ink.strong(title + ": " + Replayed.count(ranking.requests(), "request") + ", " + exact
				+ Replayed.count(ranking.different(), "URL")));
	}

	private void more(Ranking<?> ranking) {
		if (!ranking.isExact()) {
			this.out.println(INDENTATION + this.ink.faint(String.format(Locale.ROOT,
					"too many URLs to count each: a number may be %,d too high", ranking.error())));
		}
		if (ranking.isExact()) {
			andMore(ranking.different() - ranking.top().size(), "more URL");
		}
		this.out.println();
	}

	private void andMore(long number, String what) {
		if (number > 0) {
			this.out.println(INDENTATION + this.ink.faint("... and " + Replayed.count(number, what)));
		}
	}

	/** A stranger chose how long it is. */
	private String shortened(String url) {
		return this.ink.text((url.length() <= MAX_LENGTH) ? url : url.substring(0, MAX_LENGTH) + "...");
	}

	private String number(long number) {
		return String.format(Locale.ROOT, "%,11d  ", number);
	}

}
