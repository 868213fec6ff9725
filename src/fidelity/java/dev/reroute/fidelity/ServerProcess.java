package dev.reroute.fidelity;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real server in a directory of its own. Its output goes to {@code server.log} there.
 */
final class ServerProcess implements AutoCloseable {

	private static final int ATTEMPTS = 300;

	private final Process process;

	private final Thread hook;

	private ServerProcess(Process process) {
		this.process = process;
		this.hook = new Thread(process::destroy);
		Runtime.getRuntime().addShutdownHook(this.hook);
	}

	/**
	 * Start a server and wait until it listens.
	 * @param directory where it runs
	 * @param command the command; the server stays in the foreground
	 * @param address where it will listen
	 * @return the process
	 */
	static ServerProcess start(Path directory, List<String> command, InetSocketAddress address) throws Exception {
		Path log = directory.resolve("server.log");
		ServerProcess server = new ServerProcess(new ProcessBuilder(command).directory(directory.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start());
		for (int i = 0; i < ATTEMPTS && server.process.isAlive(); i++) {
			try (Socket socket = new Socket()) {
				socket.connect(address, 1000);
				return server;
			}
			catch (IOException ex) {
				server.process.waitFor(100, TimeUnit.MILLISECONDS);
			}
		}
		server.close();
		throw new IllegalStateException(command.get(0) + " does not answer:\n" + Files.readString(log));
	}

	/** A port on which nobody listens on any loopback address just now. */
	static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			return socket.getLocalPort();
		}
	}

	/**
	 * Loopback has sixteen million addresses, so that each configuration has one to
	 * itself and the {@code Host} of a request is free to choose.
	 * @param index the number of a configuration
	 * @return its address, such as {@code 127.1.0.1}
	 */
	static String address(int index) {
		return "127.1.%d.%d".formatted(index / 200, index % 200 + 1);
	}

	static boolean isInstalled(Path command) {
		return Files.isExecutable(command);
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(20, TimeUnit.SECONDS)) {
				this.process.destroyForcibly().waitFor();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		try {
			Runtime.getRuntime().removeShutdownHook(this.hook);
		}
		catch (IllegalStateException ex) {
			// it is running already
		}
	}

}
