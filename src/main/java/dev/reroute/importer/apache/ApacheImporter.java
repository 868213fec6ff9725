package dev.reroute.importer.apache;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import dev.reroute.importer.Directive;
import dev.reroute.importer.ImportLog;
import dev.reroute.importer.RuleImporter;
import dev.reroute.rule.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code .htaccess} and server configuration of Apache httpd. <pre>
 * file      = ( directive | section | comment )*
 * section   = "&lt;" name arguments "&gt;" ( directive | section | comment )* "&lt;/" name "&gt;"
 * directive = name arguments
 * comment   = "#" text
 * </pre> A line that ends in a backslash goes on in the next one. The arguments are those
 * of {@link RewriteRule}, {@link RewriteCond} and {@link AliasRedirect}.
 */
public final class ApacheImporter implements RuleImporter {

	/** A copy may be called {@code htaccess.txt} or {@code .htaccess.bak}. */
	private static final Pattern HTACCESS = Pattern.compile("(?i)htaccess[^/\\\\]*$");

	private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

	private static final Set<String> REDIRECTS = Set.of("redirect", "redirectmatch", "redirectpermanent",
			"redirecttemp");

	private static final Set<String> OURS = Set.of("redirect", "redirectmatch", "redirectpermanent", "redirecttemp",
			"rewriterule", "rewritecond", "rewritebase", "rewriteengine");

	private static final Map<String, String> REFUSED = Map.of("rewritemap", "it is a map", "rewriteoptions",
			"it changes how rules are inherited or applied", "include",
			"the file that it names is not read; import it as well", "includeoptional",
			"the files that it names are not read; import them as well", "fallbackresource",
			"it is a front controller, which hands every page that is no file to one program", "use",
			"macros are not read");

	private final Deque<Section> sections = new ArrayDeque<>();

	private final Set<Scope> scopes = new LinkedHashSet<>();

	private boolean hasHosts;

	@Override
	public void read(String text, ImportLog log) {
		boolean directory = HTACCESS.matcher(log.name()).find();
		Scope whole = Scope.whole(directory ? "/" : null);
		this.scopes.add(whole);
		this.sections.push(new Section("", whole, false, null));
		ConfigLine.readAll(text, (line) -> read(line, log));
		endAll();
		List<Scope> all = List.copyOf(this.scopes);
		VirtualHosts.settle(all);
		Engines.settle(all);
		Folders.settle(all);
		Directories.settle(all);
		Locations.settle(all);
		Followers followers = new Followers(all);
		for (Scope scope : Sections.inOrder(all)) {
			scope.takeConditions().forEach((condition) -> condition.directive().isInvalid("a RewriteRule behind it"));
			new ScopeTranslator(scope, followers).translate();
		}
	}

	private void endAll() {
		for (Section open : this.sections) {
			Directive directive = open.directive();
			if (directive != null) {
				directive.isInvalid("its end, '</" + open.name() + ">'");
			}
		}
		if (this.hasHosts) {
			Scope main = this.scopes.iterator().next();
			main.rules()
				.forEach((rule) -> rule.directive()
					.isRefused("it stands outside of the virtual hosts, in which it does not hold"));
			main.rules().clear();
		}
	}

	private Section section() {
		return this.sections.getFirst();
	}

	private void read(ConfigLine line, ImportLog log) {
		if (line.text().startsWith("</")) {
			close(line, log);
			return;
		}
		Directive directive = log.directive(line.number(), line.text());
		if (line.text().startsWith("<")) {
			open(line, directive);
		}
		else if (!NAME.matcher(line.name()).matches()) {
			directive.isInvalid("a directive");
		}
		else if (section().skipped()) {
			directive.isSetting();
		}
		else if (REDIRECTS.contains(line.name())) {
			AliasRedirect redirect = AliasRedirect.parse(directive, line, section().location());
			if (redirect != null && section().location() != null && !redirect.within()) {
				directive.isRefused("it has a path of its own within <Location>");
			}
			else if (redirect != null) {
				directive.comment(line.comment());
				add(redirect);
			}
		}
		else if (line.name().startsWith("rewrite")) {
			rewrite(line, directive);
		}
		else {
			other(line, directive);
		}
	}

	private void add(AliasRedirect redirect) {
		Scope scope = section().scope();
		if (redirect.within() && scope.refusal() == null) {
			scope.addWithin(redirect);
		}
		else {
			scope.redirects().add(redirect);
		}
	}

	private void rewrite(ConfigLine line, Directive directive) {
		Scope scope = section().scope();
		scope.rewrites();
		switch (line.name()) {
			case "rewriterule" -> {
				directive.comment(scope.takeComment(line.comment()));
				RewriteRule rule = RewriteRule.parse(directive, line.arguments(), scope.takeConditions());
				if (rule != null && section().location() != null) {
					directive.isRefused("it stands in <Location>, where httpd advises against rules");
				}
				else if (rule != null) {
					scope.rules().add(rule);
				}
			}
			case "rewritecond" -> {
				RewriteCond condition = RewriteCond.parse(directive, line.arguments());
				if (condition != null) {
					scope.add(condition, line.comment());
				}
			}
			case "rewriteengine" -> {
				scope.engine(!line.arguments().equalsIgnoreCase("off"));
				directive.isSetting();
			}
			case "rewritebase" -> {
				List<String> words = Arguments.of(line.arguments());
				if (words.size() != 1 || !words.get(0).startsWith("/")) {
					directive.isInvalid("a path that begins with '/'");
					return;
				}
				scope.rewriteBase(words.get(0));
				directive.isSetting();
			}
			case "rewritelog", "rewriteloglevel", "rewritelock" -> directive.isUnrelated();
			default -> other(line, directive);
		}
	}

	private void other(ConfigLine line, Directive directive) {
		Scope scope = section().scope();
		String reason = REFUSED.get(line.name());
		List<String> words = Arguments.of(line.arguments());
		if (reason != null) {
			directive.isRefused(reason);
		}
		else if (line.name().equals("errordocument") && words.size() > 1 && words.get(1).matches("(?i)https?://.*")) {
			directive.isRefused("it redirects where the application has no answer: write a rule with 'fallback: true'");
		}
		else if (line.name().startsWith("rewrite") || line.name().startsWith("redirect")
				|| Suggestion.of(line.name(), OURS) != null) {
			directive.isInvalid("a directive that httpd knows");
		}
		else if (line.name().matches("servername|serveralias") && section().isIn("virtualhost")) {
			words.forEach((name) -> scope.addHost(name, line.number()));
			if (line.arguments().indexOf('?') < 0) {
				directive.isSetting();
			}
			else {
				directive.isRefused("'?' in a name is any character, which a host of a rule cannot say");
			}
		}
		else {
			if (line.name().equals("servername")) {
				// virtual hosts without a name have that of the server
				words.forEach((name) -> scope.server().address().add(VirtualHost.withoutPort(name), line.number()));
			}
			if (line.name().equals("documentroot") && !words.isEmpty()) {
				scope.documentRoot(words.get(0));
			}
			directive.isUnrelated();
		}
	}

	private void open(ConfigLine line, Directive directive) {
		String text = line.text();
		ConfigLine head = new ConfigLine(line.number(), text.substring(1, Math.max(1, text.length() - 1)), null);
		if (!text.endsWith(">") || !NAME.matcher(head.name()).matches()) {
			directive.isInvalid("a section such as '<IfModule mod_rewrite.c>'");
			return;
		}
		Section inner = Sections.open(section(), head.name(), head.arguments()).begunBy(directive);
		this.sections.push(inner);
		if (this.scopes.add(inner.scope())) {
			inner.scope().line(line.number());
		}
		this.hasHosts |= head.name().equals("virtualhost");
		if (Sections.concernsRules(head.name())) {
			directive.isSetting();
		}
		else {
			directive.isUnrelated();
		}
	}

	private void close(ConfigLine line, ImportLog log) {
		String name = line.text().replaceAll("[</>\\s]", "").toLowerCase(Locale.ROOT);
		if (this.sections.size() > 1 && section().name().equals(name)) {
			this.sections.pop();
			return;
		}
		@Nullable String open = (this.sections.size() > 1) ? section().name() : null;
		log.directive(line.number(), line.text())
			.isInvalid((open != null) ? "the end of '<" + open + ">'" : "a section that was begun");
	}

}
