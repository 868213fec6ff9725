package dev.reroute.importer.table;

import java.util.List;

import dev.reroute.importer.CsvRows;
import dev.reroute.importer.ForeignConditions;
import dev.reroute.importer.LiteralText;
import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.PlainUrl;
import dev.reroute.rule.Rule;
import dev.reroute.rule.RuleBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table.
 *
 * @param row the row as it was written
 * @param from the old URL
 * @param to the new URL, possibly empty
 * @param status a status from 300 to 599
 * @param note a remark, or {@code null}
 */
record Entry(CsvRows.Row row, PlainUrl from, String to, int status, @Nullable String note) {

	/** In the place of an entry that is a rule already. */
	static final Entry DONE = new Entry(new CsvRows.Row(0, List.of()), new PlainUrl("", "/", null), "", 0, null);

	/**
	 * How much it asks of a request. What asks for a host, a query or a scheme is tested
	 * before what does not: a table has no order.
	 * @return 0 to 7
	 */
	int specificity() {
		int host = this.from.origin().isEmpty() ? 0 : 4;
		int query = (this.from.query() == null) ? 0 : 2;
		return host + query + ((host == 0 || this.from.origin().startsWith("//")) ? 0 : 1);
	}

	RuleBuilder rule() throws NotTranslatableException {
		RuleBuilder rule = Rule.from(this.from.source());
		if (this.from.query() != null) {
			ForeignConditions conditions = new ForeignConditions();
			this.from.addExactQuery(conditions);
			conditions.applyTo(rule);
		}
		if (this.status >= 400) {
			return rule.respond(this.status);
		}
		// a query that was asked for is a part of the old URL
		return ((this.from.query() != null) ? rule.dropQuery() : rule).redirect(LiteralText.target(this.to))
			.status(this.status);
	}

}
