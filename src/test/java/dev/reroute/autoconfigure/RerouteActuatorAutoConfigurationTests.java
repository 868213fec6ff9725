package dev.reroute.autoconfigure;

import dev.reroute.actuate.RerouteEndpoint;
import dev.reroute.actuate.RerouteHealthIndicator;
import dev.reroute.actuate.RerouteMeters;
import dev.reroute.lint.LintReport;
import dev.reroute.rule.Rule;
import dev.reroute.servlet.RerouteFilter;
import dev.reroute.source.InvalidRulesException;
import dev.reroute.source.LintStatus;
import dev.reroute.source.LiveRules;
import dev.reroute.source.RuleCheck;
import dev.reroute.source.RuleSource;
import dev.reroute.test.NamedFindings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class RerouteActuatorAutoConfigurationTests {

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(RerouteAutoConfiguration.class, RerouteActuatorAutoConfiguration.class));

	@Test
	void whenTheEndpointIsExposedThenAllIsThere() {
		this.runner.withPropertyValues("management.endpoints.web.exposure.include=reroute")
			.run((context) -> assertThat(context).hasSingleBean(RerouteEndpoint.class)
				.hasSingleBean(RerouteHealthIndicator.class)
				.hasSingleBean(RerouteMeters.class));
	}

	@Test
	void whenNothingIsSaidThenTheEndpointIsNotExposed() {
		this.runner.run((context) -> assertThat(context).doesNotHaveBean(RerouteEndpoint.class));
	}

	@Test
	void whenRerouteIsDisabledThenNothingIsThere() {
		this.runner.withPropertyValues("reroute.enabled=false", "management.endpoints.web.exposure.include=*")
			.run((context) -> assertThat(context.getBeanDefinitionNames())
				.noneMatch((name) -> name.contains("eroute")));
	}

	@Test
	void whenTheHealthIndicatorIsDisabledThenItIsNotThere() {
		this.runner.withPropertyValues("management.health.reroute.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(RerouteHealthIndicator.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "org.springframework.boot.actuate", "org.springframework.boot.health", "io.micrometer",
			"dk.brics", "org.assertj" })
	void withoutALibraryTheRestStarts(String missing) {
		this.runner.withClassLoader(new FilteredClassLoader(missing))
			.withPropertyValues("management.endpoints.web.exposure.include=*")
			.run((context) -> {
				assertThat(context).hasNotFailed().hasSingleBean(RerouteFilter.class);
				assertThat(context.getBeansOfType(RerouteEndpoint.class))
					.hasSize(missing.equals("org.springframework.boot.actuate") ? 0 : 1);
				assertThat(context.getBeansOfType(RerouteHealthIndicator.class))
					.hasSize(missing.equals("org.springframework.boot.health") ? 0 : 1);
				assertThat(context.getBeansOfType(RerouteMeters.class))
					.hasSize(missing.equals("io.micrometer") ? 0 : 1);
			});
	}

	@Test
	void withoutAnyOfTheLibrariesTheContextStarts() {
		this.runner
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate",
					"org.springframework.boot.health", "io.micrometer", "dk.brics", "org.assertj"))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(RerouteFilter.class));
	}

	@Test
	void withoutTheLibraryLintingIsOffAndTheLogSaysSoOnce(CapturedOutput output) {
		this.runner.withClassLoader(new FilteredClassLoader("dk.brics")).run((context) -> {
			LiveRules rules = context.getBean(LiveRules.class);
			rules.reload();
			assertThat(rules.status().lint().state()).isEqualTo(LintStatus.State.OFF);
			assertThat(output).containsOnlyOnce("not linted: 'dk.brics:automaton' is not on the class path");
		});
	}

	@Test
	void withoutTheLibraryAnExplicitRefusalStopsTheStart() {
		this.runner.withClassLoader(new FilteredClassLoader("dk.brics"))
			.withPropertyValues("reroute.lint.refuse=error")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining("reroute.lint.refuse")
				.hasMessageContaining("dk.brics:automaton"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "info", "errors", "true" })
	void whatIsNoLevelStopsTheStart(String value) {
		this.runner.withPropertyValues("reroute.lint.refuse=" + value)
			.run((context) -> assertThat(context).getFailure()
				.hasStackTraceContaining("reroute.lint.refuse")
				.hasStackTraceContaining(value));
	}

	@Test
	void anExplicitLevelStopsTheStartAndTheFindingsAreTold() {
		this.runner.withUserConfiguration(Looping.class)
			.withPropertyValues("reroute.lint.refuse=error")
			.run((context) -> {
				assertThat(context).getFailure().rootCause().isInstanceOf(InvalidRulesException.class);
				FailureAnalysis analysis = new InvalidRulesFailureAnalyzer().analyze(context.getStartupFailure());
				assertThat(analysis.getAction()).contains("reroute.lint.refuse=none");
				assertThat(analysis.getDescription())
					.contains("refused-finding: expected no error, got loop: rule 'loop-1'");
			});
	}

	@Test
	void withoutALevelErrorsDoNotStopTheStart() {
		this.runner.withUserConfiguration(Looping.class).run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void theLinterIsTheCheck() {
		this.runner.run((context) -> {
			assertThat(context.getBean(RuleCheck.class)).isSameAs(RuleCheck.LINTER);
			LintReport report = RuleCheck.LINTER.check(context.getBean(LiveRules.class).current(), () -> {
			});
			assertThat(report.findings()).isEmpty();
		});
	}

	@Configuration(proxyBeanMethods = false)
	static class Looping {

		@Bean
		RuleSource source() {
			return RuleSource.of(Rule.from("/a").redirect("/b").id("loop-1"));
		}

		@Bean
		RuleCheck check() {
			return new NamedFindings();
		}

	}

}
