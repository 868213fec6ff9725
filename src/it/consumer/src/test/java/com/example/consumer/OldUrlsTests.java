package com.example.consumer;

import dev.reroute.assertions.Rules;
import dev.reroute.source.LiveRules;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static dev.reroute.assertions.RerouteAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The rules of the application, asked without a server. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.MOCK)
class OldUrlsTests {

	@Autowired
	private LiveRules rules;

	@Test
	void oldUrlsLeadWhereTheyShould() {
		assertThat(this.rules).on("/docs").redirectsTo("https://www.example.com/handbook", 301);
		assertThat(this.rules).on("/old/a/b").rewritesTo("/new/a/b").byRule("/old/{*rest}");
		assertThat(this.rules).on("/item-42.html?x=1").endsAt("/items/42?x=1");
		assertThat(this.rules).on("POST", "/older").passes();
	}

	@Test
	void whatIsWrongIsExplained() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(this.rules).on("/docs").redirectsTo("/handbook"))
			.withMessageContaining("application.yml");
	}

	@Test
	void rulesAreLoadedWithoutAnApplication() {
		assertThat(Rules.parse("rules: [ { from: /a, respond: 410 } ]")).on("/a").respondsWith(410);
	}

	@Test
	void bothKindsOfAssertionGoTogether() {
		assertThat(this.rules.current().rules()).hasSize(3);
	}

}
