package dev.reroute.replay.log;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.reroute.pattern.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LinesTests {

	@Test
	void linesEndInNewlinesOrWithTheFile() throws IOException {
		assertThat(texts("a\nb\r\n\nc")).containsExactly("a", "b", "", "c");
		assertThat(texts("a\n")).containsExactly("a");
		assertThat(texts("\n\n")).containsExactly("", "");
		assertThat(texts("")).isEmpty();
	}

	@Test
	void aByteOrderMarkIsNoPartOfTheFirstLine() throws IOException {
		assertThat(texts("\ufeffa\n\ufeffb")).containsExactly("a", "\ufeffb");
		assertThat(texts("\ufeff")).containsExactly("");
	}

	@Test
	void ofALineThatIsTooLongTheBeginningIsKept() throws IOException {
		String longLine = "x".repeat(10 * Limits.LINE_LENGTH);
		List<Line> lines = lines(
				new ByteArrayInputStream(("a\n" + longLine + "\nb\n").getBytes(StandardCharsets.UTF_8)));
		assertThat(lines).extracting(Line::number).containsExactly(1L, 2L, 3L);
		assertThat(lines).extracting(Line::isTooLong).containsExactly(false, true, false);
		assertThat(lines.get(1).text().length()).isLessThan(1_000);
		assertThat(lines.get(2).text()).isEqualTo("b");
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 0, 1 })
	void theBoundIsExact(int more) throws IOException {
		String line = "x".repeat(Limits.LINE_LENGTH + more);
		List<Line> lines = lines(new ByteArrayInputStream((line + "\nb").getBytes(StandardCharsets.UTF_8)));
		assertThat(lines).hasSize(2);
		assertThat(lines.get(0).isTooLong()).isEqualTo(more > 0);
		assertThat(lines.get(1).text()).isEqualTo("b");
	}

	@Test
	void aLineOfAHundredMegabytesTakesNoMemory() throws IOException {
		long length = 100_000_000;
		InputStream endless = new InputStream() {

			private long left = length;

			@Override
			public int read() {
				return (this.left-- > 0) ? 'x' : -1;
			}

			@Override
			public int read(byte[] octets, int offset, int wanted) {
				if (this.left <= 0) {
					return -1;
				}
				this.left -= wanted;
				return wanted;
			}

		};
		assertThat(lines(endless)).singleElement().satisfies((line) -> assertThat(line.isTooLong()).isTrue());
	}

	@Test
	void whatIsNoUtf8IsReplaced() throws IOException {
		assertThat(lines(new ByteArrayInputStream(new byte[] { 'a', (byte) 0xe9, '\n', 'b' }))).extracting(Line::text)
			.containsExactly("a\ufffd", "b");
	}

	@Test
	void howeverSmallTheBitsThatArrive() throws IOException {
		long seed = System.nanoTime();
		Random random = new Random(seed);
		StringBuilder text = new StringBuilder();
		List<String> expected = new ArrayList<>();
		for (int i = 0; i < 2_000; i++) {
			String line = "x".repeat(random.nextInt(300)) + i;
			expected.add(line);
			text.append(line).append(random.nextBoolean() ? "\n" : "\r\n");
		}
		InputStream whole = new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
		InputStream dripping = new InputStream() {

			@Override
			public int read() throws IOException {
				return whole.read();
			}

			@Override
			public int read(byte[] octets, int offset, int length) throws IOException {
				return whole.read(octets, offset, Math.min(length, 1 + random.nextInt(400)));
			}

		};
		assertThat(lines(dripping)).as("seed " + seed).extracting(Line::text).isEqualTo(expected);
	}

	private static List<String> texts(String text) throws IOException {
		return lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).stream().map(Line::text).toList();
	}

	private static List<Line> lines(InputStream in) throws IOException {
		Lines lines = new Lines(in);
		List<Line> all = new ArrayList<>();
		for (Line line = lines.next(); line != null; line = lines.next()) {
			all.add(line);
		}
		return all;
	}

}
