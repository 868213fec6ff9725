package dev.reroute.fidelity;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Apache httpd. A configuration whose name ends in {@code .htaccess} lies in a document
 * root that is otherwise empty; another one stands within a virtual host, or, where it
 * has virtual hosts of its own, those are given its address.
 */
final class ApacheServer implements RealServer {

	private static final List<Path> COMMANDS = Stream
		.of("/usr/sbin/apache2", "/usr/sbin/httpd", "/usr/local/sbin/httpd", "/usr/local/apache2/bin/httpd")
		.map(Path::of)
		.toList();

	private static final List<Path> MODULE_DIRECTORIES = Stream
		.of("/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/libexec/apache2",
				"/usr/local/apache2/modules")
		.map(Path::of)
		.toList();

	/** Those that ordinary files need; none that answers by itself. */
	private static final List<String> MODULES = List.of("mpm_event", "unixd", "log_config", "authn_core", "authz_core",
			"authz_host", "access_compat", "alias", "rewrite", "headers", "setenvif", "env", "mime", "dir", "expires",
			"filter", "deflate", "autoindex", "negotiation");

	private final Map<FidelityCase, InetSocketAddress> addresses = new HashMap<>();

	private final ServerProcess process;

	private ApacheServer(Map<FidelityCase, InetSocketAddress> addresses, ServerProcess process) {
		this.addresses.putAll(addresses);
		this.process = process;
	}

	static boolean isInstalled() {
		return COMMANDS.stream().anyMatch(Files::isExecutable);
	}

	static ApacheServer start(List<FidelityCase> cases, Path directory) throws Exception {
		Files.createDirectories(directory);
		int port = ServerProcess.freePort();
		StringBuilder conf = new StringBuilder(general(directory.toAbsolutePath()));
		Map<FidelityCase, InetSocketAddress> addresses = new HashMap<>();
		for (int i = 0; i < cases.size(); i++) {
			String address = ServerProcess.address(i) + ":" + port;
			addresses.put(cases.get(i), new InetSocketAddress(ServerProcess.address(i), port));
			Path root = Files.createDirectories(directory.toAbsolutePath().resolve("htdocs").resolve("" + i));
			conf.append("Listen ").append(address).append('\n').append(host(cases.get(i), address, root));
		}
		Path file = Files.writeString(directory.resolve("httpd.conf"), conf);
		Path command = COMMANDS.stream().filter(Files::isExecutable).findFirst().orElseThrow();
		return new ApacheServer(addresses,
				ServerProcess.start(directory,
						List.of(command.toString(), "-f", file.toAbsolutePath().toString(), "-DFOREGROUND"),
						addresses.get(cases.get(0))));
	}

	private static String general(Path directory) {
		Path modules = MODULE_DIRECTORIES.stream().filter(Files::isDirectory).findFirst().orElseThrow();
		String load = MODULES.stream()
			.filter((name) -> Files.exists(modules.resolve("mod_" + name + ".so")))
			.map((name) -> "LoadModule %s_module %s/mod_%s.so\n".formatted(name, modules, name))
			.collect(Collectors.joining());
		boolean root = "root".equals(System.getProperty("user.name"));
		return """
				ServerRoot "%s"
				%sServerName localhost
				PidFile httpd.pid
				ErrorLog error.log
				LogLevel warn
				Mutex file:"%s"
				%sStartServers 1
				ServerLimit 2
				ThreadsPerChild 32
				MaxRequestWorkers 64
				DocumentRoot "%s"
				DirectoryIndex disabled
				Header always set %s "expr=%%{REQUEST_URI}"
				Header always set %s "expr=%%{QUERY_STRING}"
				<Directory />
				  Require all granted
				  AllowOverride All
				  Options FollowSymLinks
				</Directory>
				<Files ".ht*">
				  Require all denied
				</Files>
				""".formatted(directory, load, directory, root ? "User #65534\nGroup #65534\n" : "", directory,
				Answer.ECHO_PATH, Answer.ECHO_QUERY);
	}

	private static String host(FidelityCase fidelityCase, String address, Path root) throws IOException {
		String text = fidelityCase.configuration();
		if (fidelityCase.name().endsWith(".htaccess")) {
			Files.writeString(root.resolve(".htaccess"), text);
			text = "";
		}
		String placed = text.replaceAll("<VirtualHost [^>]*>", "<VirtualHost " + address + ">\nDocumentRoot \"" + root + "\"\n")
			.replace("/var/www/html", root.toString());
		return text.contains("<VirtualHost ") ? placed
				: "<VirtualHost %s>\nDocumentRoot \"%s\"\n%s\n</VirtualHost>\n".formatted(address, root, placed);
	}

	@Override
	public Answer ask(FidelityCase fidelityCase, RawRequest request) {
		return RawClient.send(request, this.addresses.get(fidelityCase));
	}

	@Override
	public void close() {
		this.process.close();
	}

}
