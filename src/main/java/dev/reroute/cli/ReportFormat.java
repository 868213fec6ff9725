package dev.reroute.cli;

import java.util.Locale;

/**
 * How {@code check} prints.
 */
enum ReportFormat {

	/** For people. */
	TEXT {

		@Override
		Report report(Ink ink, boolean all) {
			return new TextReport(ink, all);
		}

	},

	/** For programs. */
	JSON {

		@Override
		Report report(Ink ink, boolean all) {
			return new JsonReport();
		}

	},

	/** For code hosts, which show it in a review. */
	SARIF {

		@Override
		Report report(Ink ink, boolean all) {
			return new SarifReport();
		}

	};

	abstract Report report(Ink ink, boolean all);

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
