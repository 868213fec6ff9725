package dev.reroute.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.reroute.hits.CountingHits;
import dev.reroute.hits.DecisionTotals;
import dev.reroute.hits.HitCounter;
import dev.reroute.pattern.InvalidTextException;
import dev.reroute.pattern.MatchOptions;
import dev.reroute.pattern.RedirectTargets;
import dev.reroute.rule.RedirectStatus;
import dev.reroute.rule.ReservedPaths;
import dev.reroute.rule.RuleSettings;
import dev.reroute.servlet.RerouteFilter;
import dev.reroute.source.Linting;
import dev.reroute.source.LiveRules;
import dev.reroute.source.Refusal;
import dev.reroute.source.RuleCheck;
import dev.reroute.source.RuleSource;
import dev.reroute.source.file.RuleFileWatcher;
import dev.reroute.source.file.RuleFiles;
import jakarta.servlet.DispatcherType;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of Reroute in a servlet application: the check for targets, the live
 * rules with their watcher, and the filter. A bean of the user's own wins.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnProperty(name = "reroute.enabled", matchIfMissing = true)
@EnableConfigurationProperties(RerouteProperties.class)
public final class RerouteAutoConfiguration {

	/**
	 * Behind the filters for forwarded headers, encoding and observation, and in front of
	 * Spring Security, so that a rewritten request is authorised as what it became.
	 */
	private static final int FILTER_ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

	@Bean
	@ConditionalOnMissingBean
	RedirectTargets redirectTargets(RerouteProperties properties) {
		return valid("reroute.allowed-hosts", properties.getAllowedHosts(), RedirectTargets::new);
	}

	/** A fault in a setting is told like any other of Spring Boot's. */
	private static <T> T valid(String name, List<String> value, Function<List<String>, T> constructor) {
		try {
			return constructor.apply(value);
		}
		catch (InvalidTextException ex) {
			throw new InvalidConfigurationPropertyValueException(name, value,
					"Expected %s, got %s.".formatted(ex.expected(), ex.got()));
		}
	}

	@Bean
	@ConditionalOnMissingBean
	RuleSettings ruleSettings(RerouteProperties properties, RedirectTargets targets, Environment environment) {
		RedirectStatus status = RedirectStatus.of(properties.getDefaultStatus())
			.orElseThrow(() -> new InvalidConfigurationPropertyValueException("reroute.default-status",
					properties.getDefaultStatus(), "It is not one of " + RedirectStatus.CODES));
		MatchOptions match = new MatchOptions(properties.getMatch().isIgnoreCase(),
				properties.getMatch().isIgnoreTrailingSlash());
		List<String> reserved = new ArrayList<>(properties.getReservedPaths());
		String actuator = environment.getProperty("management.endpoints.web.base-path", "/actuator");
		if (actuator.length() > 1) {
			reserved.add(actuator);
		}
		return new RuleSettings(status, match, targets, valid("reroute.reserved-paths", reserved, ReservedPaths::new));
	}

	@Bean
	RuleLocations ruleLocations(RerouteProperties properties, RuleSettings settings) {
		boolean lenient = properties.isLenientImport();
		return new RuleLocations(properties.getLocations()
			.stream()
			.map((location) -> new RuleFiles(location, settings, lenient))
			.toList());
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnClass(name = "dk.brics.automaton.Automaton")
	RuleCheck ruleCheck() {
		return RuleCheck.LINTER;
	}

	@Bean
	@ConditionalOnMissingBean
	LiveRules liveRules(ConfigurableEnvironment environment, RuleLocations locations, ObjectProvider<RuleSource> beans,
			RuleSettings settings, ObjectProvider<RuleCheck> check, AfterStart afterStart,
			RerouteProperties properties) {
		List<RuleSource> sources = new ArrayList<>();
		sources.add(new ConfiguredRules(environment));
		sources.addAll(locations.files());
		beans.orderedStream().forEach(sources::add);
		return new LiveRules(sources, settings, properties.getMalformedPaths(),
				linting(check.getIfAvailable(), properties.getLint().getRefuse()).runBy(afterStart));
	}

	@Bean
	AfterStart rerouteAfterStart() {
		return new AfterStart();
	}

	private static Linting linting(@Nullable RuleCheck check, @Nullable Refusal refuse) {
		if (check != null) {
			return Linting.with(check, refuse);
		}
		String reason = "'dk.brics:automaton' is not on the class path";
		if (refuse != null && refuse != Refusal.NONE) {
			throw new InvalidConfigurationPropertyValueException("reroute.lint.refuse", refuse,
					"Nothing can be refused, since " + reason + ".");
		}
		return Linting.off(reason);
	}

	@Bean
	@ConditionalOnMissingBean
	RuleFileWatcher ruleFileWatcher(RuleLocations locations, RerouteProperties properties, LiveRules rules) {
		return new RuleFileWatcher(locations.files(), properties.getWatchInterval(), rules::reload);
	}

	@Bean
	@ConditionalOnMissingBean
	HitCounter hitCounter() {
		return new CountingHits();
	}

	@Bean
	@ConditionalOnMissingBean
	DecisionTotals decisionTotals() {
		return new DecisionTotals();
	}

	@Bean
	@ConditionalOnMissingBean
	RerouteFilter rerouteFilter(LiveRules rules, HitCounter hits, DecisionTotals totals) {
		return new RerouteFilter(rules::current, hits, totals);
	}

	@Bean
	@ConditionalOnMissingBean(name = "rerouteFilterRegistration")
	FilterRegistrationBean<RerouteFilter> rerouteFilterRegistration(RerouteFilter filter) {
		FilterRegistrationBean<RerouteFilter> registration = new FilterRegistrationBean<>(filter);
		registration.setOrder(FILTER_ORDER);
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
		registration.setAsyncSupported(true);
		return registration;
	}

	/**
	 * The files of {@code reroute.locations}, in order.
	 *
	 * @param files the files
	 */
	record RuleLocations(List<RuleFiles> files) {

	}

}
