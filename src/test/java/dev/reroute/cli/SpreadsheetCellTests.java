package dev.reroute.cli;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpreadsheetCellTests {

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\tx", " =1", "\ufeff=1", "\ufeff =1",
			"\u00a0=1", "\uff1d1", "\uff0b1", "\uff0d1", "\uff20x", "\n=1", "-", "=cmd|' /C calc'!A0" })
	void whatCouldBeAFormulaIsText(String text) {
		assertThat(SpreadsheetCell.of(text)).isEqualTo("'" + text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/a", "/=1", "a=1", "'=1", "12", "301 /b", "https://example.com/?a=-1", " x" })
	void anythingElseStays(String text) {
		assertThat(SpreadsheetCell.of(text)).isEqualTo(text);
	}

}
