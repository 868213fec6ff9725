package dev.reroute.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.reroute.engine.MalformedPaths;
import dev.reroute.hits.HitCounter;
import dev.reroute.pattern.RedirectTargets;
import dev.reroute.rule.RedirectStatus;
import dev.reroute.rule.Rule;
import dev.reroute.rule.RuleSettings;
import dev.reroute.servlet.RerouteFilter;
import dev.reroute.source.LiveRules;
import dev.reroute.source.RuleSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;

import static dev.reroute.test.DecisionAssert.assertThat;
import static dev.reroute.test.TestRequest.get;
import static org.assertj.core.api.Assertions.assertThat;

class RerouteAutoConfigurationTests {

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(RerouteAutoConfiguration.class));

	@Test
	void whenNothingIsSetThenTheFilterIsThereAndHasNoRules() {
		this.runner.run((context) -> {
			assertThat(context).hasSingleBean(RerouteFilter.class).hasSingleBean(RedirectTargets.class);
			assertThat(context.getBean(LiveRules.class).current().rules()).isEmpty();
		});
	}

	@Test
	void whenDisabledThenNothingIsLeftBehind() {
		this.runner.withPropertyValues("reroute.enabled=false", "reroute.rules[0].from=broken")
			.run((context) -> assertThat(context.getBeanDefinitionNames()).noneMatch((name) -> name.contains("eroute"))
				.noneMatch((name) -> context.getType(name) != null
						&& context.getType(name).getPackageName().startsWith("dev.reroute")));
	}

	@Test
	void noRuleLocksTheOperatorOut() {
		this.runner
			.withPropertyValues("reroute.rules[0].from=/**", "reroute.rules[0].respond=410",
					"management.endpoints.web.base-path=/manage", "reroute.reserved-paths=/console/")
			.run((context) -> {
				LiveRules rules = context.getBean(LiveRules.class);
				assertThat(rules.current(), get("/manage/health")).passes();
				assertThat(rules.current(), get("/console")).passes();
				assertThat(rules.current(), get("/actuator/health")).responds(410);
			});
	}

	@Test
	void whenThereIsNoServletApplicationThenNothingIsThere() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(RerouteAutoConfiguration.class))
			.run((context) -> assertThat(context).doesNotHaveBean(LiveRules.class));
	}

	@Test
	void theFilterStandsInFrontOfSpringSecurity() {
		this.runner.run((context) -> {
			FilterRegistrationBean<?> registration = context.getBean(FilterRegistrationBean.class);
			assertThat(registration.getFilter()).isInstanceOf(RerouteFilter.class);
			assertThat(registration.getOrder()).isLessThan(-105);
			assertThat(registration.isAsyncSupported()).isTrue();
		});
	}

	@Test
	void settingsReachTheRules() {
		this.runner
			.withPropertyValues("reroute.default-status=301", "reroute.match.ignore-case=true",
					"reroute.match.ignore-trailing-slash=true", "reroute.allowed-hosts=*.example.com",
					"reroute.reserved-paths=/console", "reroute.malformed-paths=pass",
					"reroute.rules[0].from=//{host-label}.example.com/A",
					"reroute.rules[0].redirect=https://{host-label}.example.com/b", "reroute.rules[1].from=/**",
					"reroute.rules[1].redirect=/c")
			.run((context) -> {
				LiveRules rules = context.getBean(LiveRules.class);
				assertThat(rules.current(), get("http://x.example.com/a/")).redirectsTo("https://x.example.com/b", 301);
				assertThat(rules.current(), get("/console/x")).passes();
				assertThat(rules.current(), get("/a/../b")).passes();
			});
	}

	@Test
	void sourcesMakeOneListConfigurationThenFilesThenBeansByOrder() {
		this.runner.withUserConfiguration(TwoSources.class)
			.withPropertyValues("reroute.rules[0].from=/configured", "reroute.rules[0].pass=true",
					"reroute.locations=classpath:rules.yaml")
			.run((context) -> {
				List<String> ids = context.getBean(LiveRules.class).current().rules().stream().map(Rule::id).toList();
				assertThat(ids).startsWith("/configured", "/old/{*rest}").endsWith("/bean/1", "/bean/2");
			});
	}

	@Test
	void whenALineOfAForeignFileCannotBeTranslatedThenTheStartStopsUnlessItIsLenient(@TempDir Path directory)
			throws IOException {
		Path file = Files.writeString(directory.resolve("moved.txt"),
				"/old /new\n/api/* https://api.example.com/:splat 200\n");
		WebApplicationContextRunner foreign = this.runner.withPropertyValues("reroute.locations=netlify:file:" + file);
		foreign.run((context) -> assertThat(context).getFailure()
			.rootCause()
			.hasMessageContaining("moved.txt:2: not-translatable"));
		foreign.withPropertyValues("reroute.lenient-import=true")
			.run((context) -> assertThat(context.getBean(LiveRules.class).current(), get("/old")).redirectsTo("/new",
					301));
	}

	@Test
	void whenTheUserHasBeansOfTheirOwnThenTheseWin() {
		this.runner.withUserConfiguration(OwnBeans.class).run((context) -> {
			assertThat(context.getBean(HitCounter.class)).isSameAs(HitCounter.NONE);
			assertThat(context.getBean(RuleSettings.class)).isSameAs(RuleSettings.DEFAULT);
			assertThat(context).hasSingleBean(LiveRules.class);
			assertThat(context.getBean(LiveRules.class)).isSameAs(OwnBeans.RULES);
		});
	}

	@Test
	void whenTheDefaultStatusIsNoneOfTheFiveThenTheStartStops() {
		this.runner.withPropertyValues("reroute.default-status=200")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("reroute.default-status")
				.hasMessageContaining(RedirectStatus.CODES));
	}

	@ParameterizedTest
	@ValueSource(strings = { "reroute.allowed-hosts=user@evil", "reroute.reserved-paths=/" })
	void whenASettingIsFaultyThenTheStartStopsAndNamesIt(String property) {
		this.runner.withPropertyValues(property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining(property.substring(0, property.indexOf('='))));
	}

	@Test
	void anEmptyListHidesTheRulesOfTheSourcesBelow() {
		this.runner.withInitializer((context) -> {
			MutablePropertySources sources = context.getEnvironment().getPropertySources();
			sources.addLast(new MapPropertySource("below",
					Map.of("reroute.rules[0].from", "/a", "reroute.rules[0].pass", "true")));
			sources.addFirst(new MapPropertySource("above", Map.of("reroute.rules", "")));
		}).run((context) -> assertThat(context.getBean(LiveRules.class).current().rules()).isEmpty());
	}

	@Test
	void whenASourceFailsThenTheStartStopsAndNamesIt() {
		this.runner.withUserConfiguration(FailingSource.class)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("source-failed")
				.hasMessageContaining("out of order"));
	}

	@Configuration(proxyBeanMethods = false)
	static class TwoSources {

		@Bean
		@Order(2)
		RuleSource second() {
			return RuleSource.of(Rule.from("/bean/2").pass());
		}

		@Bean
		@Order(1)
		RuleSource first() {
			return RuleSource.of(Rule.from("/bean/1").pass());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnBeans {

		static final LiveRules RULES = new LiveRules(List.of(), RuleSettings.DEFAULT, MalformedPaths.PASS);

		@Bean
		HitCounter hits() {
			return HitCounter.NONE;
		}

		@Bean
		RuleSettings settings() {
			return RuleSettings.DEFAULT;
		}

		@Bean
		LiveRules rules() {
			return RULES;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FailingSource {

		@Bean
		RuleSource failing() {
			return () -> {
				throw new IllegalStateException("out of order");
			};
		}

	}

}
