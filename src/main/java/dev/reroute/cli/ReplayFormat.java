package dev.reroute.cli;

import java.io.PrintWriter;
import java.util.Locale;

/**
 * How {@code replay} prints.
 */
enum ReplayFormat {

	/** For people. */
	TEXT(10) {

		@Override
		void print(Replayed replayed, Ink ink, PrintWriter out) {
			new ReplayText(ink, out).print(replayed);
		}

	},

	/** For programs. */
	JSON(1_000) {

		@Override
		void print(Replayed replayed, Ink ink, PrintWriter out) {
			Json.write(ReplayJson.of(replayed), out);
		}

	},

	/** For spreadsheets. */
	CSV(1_000) {

		@Override
		void print(Replayed replayed, Ink ink, PrintWriter out) {
			ReplayCsv.print(replayed.result(), out);
		}

	};

	private final int top;

	ReplayFormat(int top) {
		this.top = top;
	}

	/** How long a list is, unless somebody says otherwise. */
	int top() {
		return this.top;
	}

	/**
	 * Print.
	 * @param replayed what was found
	 * @param ink for colours
	 * @param out where to
	 */
	abstract void print(Replayed replayed, Ink ink, PrintWriter out);

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
