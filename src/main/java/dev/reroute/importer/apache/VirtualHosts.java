package dev.reroute.importer.apache;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Which virtual host httpd asks for a host: the first that has its name, and for a name
 * that none has, the first of all. So a rule of one that comes later does not hold for
 * the names of those in front of it, and one of the first that has no name holds for the
 * names of no other.
 */
final class VirtualHosts {

	private final List<Scope> scopes;

	private final Scope main;

	private VirtualHosts(List<Scope> scopes, Scope main) {
		this.scopes = scopes;
		this.main = main;
	}

	/**
	 * Tell virtual hosts what the others mean for them.
	 * @param all all scopes, in the order of the file
	 */
	static void settle(List<Scope> all) {
		List<Scope> hosts = all.stream().skip(1).filter(Scope::isVirtualHost).toList();
		VirtualHosts settled = new VirtualHosts(hosts, all.get(0));
		// one without a name has that of the whole server
		hosts.stream().filter((scope) -> scope.names().isEmpty()).forEach(settled::settleUnnamed);
		settled.settleNamed();
	}

	private void settleNamed() {
		HostNames earlier = new HostNames();
		for (Scope later : this.scopes) {
			if (later.hosts().isEmpty() && !later.names().isEmpty()) {
				later.refuse("its virtual host has no name that a host of a rule can say");
			}
			later.names().keySet().stream().flatMap((name) -> earlier.meeting(name).stream()).forEach((name) -> {
				if (name.host().address().sharesPort(later.address())) {
					settle(name, later);
				}
			});
			earlier.add(later.names().isEmpty() ? this.main.names() : later.names(), later);
		}
	}

	private static void settle(HostNames.Name name, Scope later) {
		later.refuse("line " + name.line() + " names its host as well, and comes first");
		if (!name.host().address().addresses().equals(later.address().addresses())) {
			name.host()
				.refuse("line " + later.line() + " begins a virtual host for the same name, with another address");
		}
	}

	private void settleUnnamed(Scope unnamed) {
		List<String> names = new ArrayList<>();
		boolean first = true;
		for (Scope other : this.scopes) {
			if (other.equals(unnamed)) {
				first = false;
			}
			else if (other.address().sharesPort(unnamed.address())) {
				String reason = reasonAgainst(other, unnamed, first);
				if (reason != null) {
					unnamed.refuse(reason);
					return;
				}
				names.addAll(other.names().keySet());
			}
		}
		unnamed.isNotFor(names);
	}

	private @Nullable String reasonAgainst(Scope other, Scope unnamed, boolean first) {
		if (first) {
			return "its virtual host has no ServerName, and httpd gives the hosts that none names to that of line "
					+ other.line();
		}
		if (!other.address().addresses().equals(unnamed.address().addresses())) {
			return "its virtual host has no ServerName, and that of line " + other.line() + " has another address";
		}
		if (other.names().keySet().stream().anyMatch((name) -> name.indexOf('?') >= 0)) {
			return "its virtual host has no ServerName, and is not for those of line " + other.line()
					+ ", which a host of a rule cannot say";
		}
		return isNamedAsServer(other)
				? "its virtual host has the ServerName of the server, and that of line " + other.line() + " as well"
				: null;
	}

	private boolean isNamedAsServer(Scope host) {
		return this.main.names()
			.keySet()
			.stream()
			.anyMatch((name) -> host.names().keySet().stream().anyMatch((other) -> HostNames.meet(name, other)));
	}

}
