package dev.reroute.cli;

import java.io.PrintWriter;
import java.util.Locale;

import dev.reroute.engine.Explanation;

/**
 * How {@code explain} prints.
 */
enum ExplanationFormat {

	/** For people. */
	TEXT {

		@Override
		void print(Explanation explanation, boolean reserved, Ink ink, PrintWriter out) {
			new ExplanationText(ink, out).print(explanation, reserved);
		}

	},

	/** For programs. */
	JSON {

		@Override
		void print(Explanation explanation, boolean reserved, Ink ink, PrintWriter out) {
			Json.write(ExplanationJson.of(explanation, reserved), out);
		}

	};

	/**
	 * Print.
	 * @param explanation what is explained
	 * @param reserved whether rules leave the path alone
	 * @param ink for colours
	 * @param out where to
	 */
	abstract void print(Explanation explanation, boolean reserved, Ink ink, PrintWriter out);

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
