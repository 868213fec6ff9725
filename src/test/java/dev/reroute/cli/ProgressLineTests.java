package dev.reroute.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressLineTests {

	private final StringWriter written = new StringWriter();

	private final ProgressLine line = ProgressLine.on(new PrintWriter(this.written), false);

	@Test
	void workOfUnknownLengthIsNamed() {
		this.line.begin("Reading a\u001b[31m.yaml", 0);
		this.line.draw();
		assertThat(this.written).hasToString("\r\u001b[KReading a\\u001b[31m.yaml ...");
	}

	@Test
	void stepsFillTheBar() {
		this.line.begin("Checking", 2_000);
		for (int i = 0; i < 1_000; i++) {
			this.line.step();
		}
		this.line.draw();
		assertThat(this.written.toString()).endsWith("Checking [==========          ] 1,000 of 2,000 rules");
	}

	@Test
	void stepsNeedNotBeRules() {
		this.line.begin("Replaying access.log", 4, "MB");
		this.line.step();
		this.line.draw();
		assertThat(this.written.toString()).endsWith("Replaying access.log [=====               ] 1 of 4 MB");
	}

	@Test
	void moreStepsThanWereForetoldFillTheBarAndNoMore() {
		this.line.begin("Checking", 1);
		this.line.step();
		this.line.step();
		this.line.draw();
		assertThat(this.written.toString()).endsWith("[====================] 1 of 1 rules");
	}

	@Test
	void whatWasDrawnIsErasedInTheEnd() {
		this.line.draw();
		this.line.close();
		assertThat(this.written.toString()).endsWith(" ...\r\u001b[K");
	}

	@Test
	void afterTheEndNothingIsDrawn() {
		this.line.close();
		this.line.draw();
		assertThat(this.written.toString()).isEmpty();
	}

	@Test
	void whereNothingWasDrawnNothingIsErased() {
		this.line.begin("Checking", 1);
		this.line.close();
		assertThat(this.written.toString()).isEmpty();
	}

}
