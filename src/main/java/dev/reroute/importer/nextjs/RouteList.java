package dev.reroute.importer.nextjs;

import java.util.ArrayList;
import java.util.List;

import dev.reroute.importer.Directive;
import dev.reroute.importer.ForeignConditions;
import dev.reroute.importer.ImportLog;
import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.regex.ForeignSource;
import dev.reroute.rule.RuleBuilder;
import dev.reroute.rule.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Translates a list of entries.
 */
final class RouteList {

	private final RouteKind kind;

	private final Dialect dialect;

	private final List<Directive> directives = new ArrayList<>();

	/** What is not well-formed is {@code null}. */
	private final List<@Nullable Route> routes = new ArrayList<>();

	RouteList(RouteKind kind, Dialect dialect) {
		this.kind = kind;
		this.dialect = dialect;
	}

	void read(List<TextNode> entries, ImportLog log) {
		for (TextNode entry : entries) {
			Directive directive = log.directive(entry.origin().line(), EntryText.of(entry));
			this.directives.add(directive);
			this.routes.add(route(entry, directive));
		}
		for (int i = 0; i < this.routes.size(); i++) {
			Route route = this.routes.get(i);
			if (route != null) {
				translate(i, route);
			}
		}
	}

	private @Nullable Route route(TextNode entry, Directive directive) {
		try {
			return Route.of(entry, this.kind, this.dialect);
		}
		catch (InvalidPathException ex) {
			directive.isInvalid(ex.expected());
		}
		catch (NotTranslatableException ex) {
			directive.isRefused(ex);
		}
		return null;
	}

	private void translate(int index, Route route) {
		Directive directive = this.directives.get(index);
		try {
			List<RuleBuilder> rules = new ArrayList<>();
			for (SourceVariant variant : route.variants()) {
				TargetWriter writer = new TargetWriter(route.destination(), route.parameters(variant), variant.absent(),
						this.dialect == Dialect.NEXT);
				boolean beyondVercel = this.dialect == Dialect.VERCEL && variant.isNothing();
				if (!writer.lacksParameter() && !beyondVercel) {
					rules.add(rule(index, route, variant, writer.write(this.kind.isRewrite())));
				}
			}
			if (rules.isEmpty()) {
				throw new InvalidPathException("a source that gives all that its destination needs");
			}
			directive.becomes(rules);
		}
		catch (InvalidPathException ex) {
			directive.isInvalid(ex.expected());
		}
		catch (NotTranslatableException ex) {
			directive.isRefused(ex);
		}
	}

	private RuleBuilder rule(int index, Route route, SourceVariant variant, String target)
			throws NotTranslatableException {
		ForeignSource source = variant.source();
		ForeignConditions conditions = route.items().conditions().copy();
		source.addTo(conditions);
		RuleBuilder rule = conditions.applyTo(source.rule());
		if (this.dialect == Dialect.NEXT && variant.slashIsOptional()) {
			rule.ignoreTrailingSlash();
		}
		if (this.kind.isRewrite()) {
			requireLast(index, target);
			return rule.rewrite(target);
		}
		return (route.status() != null) ? rule.redirect(target).status(route.status()) : rule.redirect(target);
	}

	/** A rule acts alone, whatever matches its target. */
	private void requireLast(int index, String target) throws NotTranslatableException {
		if (this.kind != RouteKind.CUMULATIVE_REWRITE) {
			return;
		}
		String path = target.split("\\?", 2)[0];
		List<String> texts = List.of(path.split("\\{[^}]*}", -1));
		for (int later = index + 1; later < this.routes.size(); later++) {
			Route route = this.routes.get(later);
			boolean goesOn = route == null
					|| route.variants().stream().anyMatch((variant) -> variant.regex().mayBeFoundIn(texts, true));
			if (goesOn) {
				throw new NotTranslatableException("the rewrite in line " + this.directives.get(later).origin().line()
						+ " may go on with its destination");
			}
		}
	}

	/**
	 * Entries that are about something else, or cannot be taken.
	 * @param entries the entries
	 * @param key the key that they stand under
	 * @param reason why they are refused; {@code null} if they are about something else
	 * @param log where to tell of them
	 */
	static void tell(List<TextNode> entries, String key, @Nullable String reason, ImportLog log) {
		for (TextNode entry : entries) {
			Directive directive = log.directive(entry.origin().line(), key + " " + EntryText.of(entry));
			if (reason == null) {
				directive.isUnrelated();
			}
			else {
				directive.isRefused(reason);
			}
		}
	}

}
