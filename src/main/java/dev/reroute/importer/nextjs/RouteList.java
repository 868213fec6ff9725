package dev.reroute.importer.nextjs;

import java.util.ArrayList;
import java.util.List;

import dev.reroute.importer.Directive;
import dev.reroute.importer.ForeignConditions;
import dev.reroute.importer.ImportLog;
import dev.reroute.importer.InvalidDirectiveException;
import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.regex.ForeignSource;
import dev.reroute.importer.regex.PrefixIndex;
import dev.reroute.importer.regex.SearchedRegex;
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

	private @Nullable PrefixIndex sources;

	RouteList(RouteKind kind, Dialect dialect) {
		this.kind = kind;
		this.dialect = dialect;
	}

	/**
	 * Read the list.
	 * @param entries its entries
	 * @param log where to tell of them
	 */
	void read(List<TextNode> entries, ImportLog log) {
		for (TextNode entry : entries) {
			Directive directive = log.directive(entry.origin().line(), EntryText.of(entry));
			this.directives.add(directive);
			this.routes.add(route(entry, directive));
		}
	}

	/**
	 * Translate what was read.
	 * @param following lists that see what rewrites of this one have made
	 */
	void translate(List<RouteList> following) {
		List<RouteList> seeing = new ArrayList<>(List.of(this));
		seeing.addAll(following);
		for (int i = 0; i < this.routes.size(); i++) {
			Route route = this.routes.get(i);
			if (route != null) {
				translate(i, route, seeing);
			}
		}
	}

	private @Nullable Route route(TextNode entry, Directive directive) {
		try {
			return Route.of(entry, this.kind, this.dialect);
		}
		catch (InvalidDirectiveException ex) {
			directive.isInvalid(ex);
		}
		catch (NotTranslatableException ex) {
			directive.isRefused(ex);
		}
		return null;
	}

	private void translate(int index, Route route, List<RouteList> seeing) {
		Directive directive = this.directives.get(index);
		try {
			List<RuleBuilder> rules = new ArrayList<>();
			for (SourceVariant variant : route.variants()) {
				TargetWriter writer = new TargetWriter(route.destination(), route.parameters(variant), variant.absent(),
						this.dialect == Dialect.NEXT);
				boolean beyondVercel = this.dialect == Dialect.VERCEL && variant.isNothing();
				if ((this.dialect == Dialect.VERCEL || !writer.lacksParameter()) && !beyondVercel) {
					rules.add(rule(index, route, variant, writer.write(this.kind.isRewrite()), seeing));
				}
			}
			if (rules.isEmpty()) {
				throw new InvalidDirectiveException("a source that gives all that its destination needs");
			}
			directive.becomes(rules);
		}
		catch (InvalidDirectiveException ex) {
			directive.isInvalid(ex);
		}
		catch (NotTranslatableException ex) {
			directive.isRefused(ex);
		}
	}

	private RuleBuilder rule(int index, Route route, SourceVariant variant, String target, List<RouteList> seeing)
			throws NotTranslatableException {
		ForeignSource source = variant.source();
		ForeignConditions conditions = route.items().conditions().copy();
		source.addTo(conditions);
		RuleBuilder rule = conditions.applyTo(source.rule());
		if (this.dialect == Dialect.NEXT && variant.slashIsOptional()) {
			rule.ignoreTrailingSlash();
		}
		if (this.kind.isRewrite()) {
			requireNoFiles(variant, target);
			requireLast(index, target, seeing);
			return rule.rewrite(target);
		}
		return (route.status() != null) ? rule.redirect(target).status(route.status()) : rule.redirect(target);
	}

	/**
	 * Files and pages come before it. What names what it is for is about what is not
	 * there; what is for everything, or for its own destination, would take their place.
	 */
	private void requireNoFiles(SourceVariant variant, String target) throws NotTranslatableException {
		boolean own = variant.regex().literal() == null && mayMatch(variant, known(target));
		if (this.kind == RouteKind.REWRITE && (variant.isForAll() || own)) {
			throw new NotTranslatableException(
					"it gives way to files and pages, and a rewrite cannot give way to the application");
		}
	}

	/** A rule acts alone, whatever matches its target. */
	private void requireLast(int index, String target, List<RouteList> seeing) throws NotTranslatableException {
		if (this.kind != RouteKind.CUMULATIVE_REWRITE) {
			return;
		}
		SearchedRegex.Known known = known(target);
		for (RouteList list : seeing) {
			boolean own = list.equals(this);
			for (int later : list.sources().candidates(known)) {
				Route route = list.routes.get(later);
				boolean goesOn = (route == null) ? own
						: route.variants().stream().anyMatch((variant) -> mayMatch(variant, known));
				if (goesOn && (!own || later > index)) {
					throw new NotTranslatableException("the rewrite in line "
							+ list.directives.get(later).origin().line() + " may go on with its destination");
				}
			}
		}
	}

	/** Of ten thousand entries, few need to be looked at for each other. */
	private PrefixIndex sources() {
		PrefixIndex built = this.sources;
		if (built == null) {
			built = new PrefixIndex();
			for (int i = 0; i < this.routes.size(); i++) {
				Route route = this.routes.get(i);
				if (route == null) {
					built.add("", i);
					continue;
				}
				for (SourceVariant variant : route.variants()) {
					built.add(variant.regex(), false, i);
				}
			}
			this.sources = built;
		}
		return built;
	}

	private static SearchedRegex.Known known(String target) {
		String[] texts = target.split("\\?", 2)[0].split("\\{[^}]*}", -1);
		return new SearchedRegex.Known(texts[0], texts.length == 1, texts[texts.length - 1]);
	}

	private static boolean mayMatch(SourceVariant variant, SearchedRegex.Known target) {
		return variant.regex().finds(target) != SearchedRegex.Found.NO;
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
