package dev.reroute.replay.log;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/**
 * Tells how much was read.
 */
final class CountingStream extends FilterInputStream {

	private final LongConsumer counter;

	CountingStream(InputStream in, LongConsumer counter) {
		super(in);
		this.counter = counter;
	}

	@Override
	public int read() throws IOException {
		int octet = super.read();
		if (octet >= 0) {
			this.counter.accept(1);
		}
		return octet;
	}

	@Override
	public int read(byte[] octets, int offset, int length) throws IOException {
		int read = super.read(octets, offset, length);
		if (read > 0) {
			this.counter.accept(read);
		}
		return read;
	}

	/**
	 * A pipe cannot say. Who asks here wants to know whether to read on, of a gzip file
	 * with several members, for instance, and finds the end by reading.
	 */
	@Override
	public int available() {
		return 1;
	}

}
