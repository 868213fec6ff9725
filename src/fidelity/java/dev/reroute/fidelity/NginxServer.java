package dev.reroute.fidelity;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * nginx. Each configuration has a loopback address to itself: what stands outside of a
 * server is put into one. Where something else would answer, a proxied server or nothing
 * tells the path and query that a request came to.
 */
final class NginxServer implements RealServer {

	private static final List<Path> COMMANDS = Stream.of("/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx")
		.map(Path::of)
		.toList();

	/** No file is served, and to nothing but GET and HEAD. */
	private static final int METHOD_NOT_ALLOWED = 405;

	private final Map<FidelityCase, InetSocketAddress> addresses;

	private final ServerProcess process;

	private NginxServer(Map<FidelityCase, InetSocketAddress> addresses, ServerProcess process) {
		this.addresses = addresses;
		this.process = process;
	}

	static boolean isInstalled() {
		return COMMANDS.stream().anyMatch(Files::isExecutable);
	}

	static NginxServer start(List<FidelityCase> cases, Path directory) throws Exception {
		Files.createDirectories(directory.resolve("temp"));
		int port = ServerProcess.freePort();
		String behind = ServerProcess.address(cases.size()) + ":" + port;
		StringBuilder conf = new StringBuilder(general(behind));
		Map<FidelityCase, InetSocketAddress> addresses = new HashMap<>();
		for (int i = 0; i < cases.size(); i++) {
			String address = ServerProcess.address(i);
			addresses.put(cases.get(i), new InetSocketAddress(address, port));
			conf.append("# ").append(cases.get(i).name()).append('\n');
			conf.append(new PlacedConfiguration(cases.get(i).configuration(), i, address + ":" + port, behind).text());
		}
		Files.writeString(directory.resolve("nginx.conf"), conf.append("}\n"));
		Path command = COMMANDS.stream().filter(Files::isExecutable).findFirst().orElseThrow();
		String prefix = directory.toAbsolutePath().toString();
		return new NginxServer(addresses, ServerProcess.start(directory,
				List.of(command.toString(), "-p", prefix, "-e", "error.log", "-c", prefix + "/nginx.conf"),
				addresses.get(cases.get(0))));
	}

	private static String general(String behind) {
		boolean root = "root".equals(System.getProperty("user.name"));
		StringBuilder temporary = new StringBuilder();
		for (String kind : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
			temporary.append(kind).append("_temp_path temp; ");
		}
		return """
				daemon off; worker_processes 1; pid nginx.pid; %s
				events { worker_connections 1024; }
				http {
				access_log off; %s
				root /nonexistent;
				map_hash_bucket_size 256; variables_hash_max_size 4096; server_names_hash_bucket_size 256;
				add_header %s $uri always; add_header %s $args always;
				server { listen %s; add_header X-Behind yes; location / { return 200; } }
				""".formatted(root ? "user root;" : "", temporary, Answer.ECHO_PATH, Answer.ECHO_QUERY, behind);
	}

	@Override
	public Answer ask(FidelityCase fidelityCase, RawRequest request) {
		Answer answer = RawClient.send(request, this.addresses.get(fidelityCase));
		return (answer.status() == METHOD_NOT_ALLOWED) ? new Answer(404, answer.headers()) : answer;
	}

	@Override
	public void close() {
		this.process.close();
	}

}
