package dev.reroute.docs;

import java.time.Instant;

import dev.reroute.assertions.RequestAssert;
import dev.reroute.assertions.Rules;
import dev.reroute.engine.RuleSet;
import org.junit.jupiter.api.Test;

import static dev.reroute.assertions.RerouteAssertions.assertThat;

class OldUrlsTests {

	private final RuleSet rules = Rules.load("classpath:rules.yaml");

	@Test
	void oldPagesAreFound() {
		assertThat(this.rules).on("/old?x=1").rewritesTo("/new?sling=academy").byRule("/old/{*rest}");
		assertThat(this.rules).on("/blog/2009/tea").redirectsTo("/new/articles/tea?year=2009", 301);
		assertThat(this.rules).on("/press/2009/launch").respondsWith(410);
		assertThat(this.rules).on("POST", "https://www.example.com/orders").passes();
	}

	@Test
	void theSaleEndsInTime() {
		RuleSet sale = Rules.parse("""
				rules:
				  - id: sale
				    from: https://shop.example.com/sale
				    when:
				      header: { Accept-Language: "de*" }
				      before: 2026-12-01T00:00:00Z
				    redirect: /de
				  - from: /de
				    redirect: https://www.example.com/de/shop
				""");
		RequestAssert request = assertThat(sale).on("https://shop.example.com/sale")
			.withHeader("Accept-Language", "de-AT");
		request.at(Instant.parse("2026-11-30T23:59:59Z")).byRule("sale").endsAt("https://www.example.com/de/shop");
		request.at(Instant.parse("2026-12-01T00:00:00Z")).passes();
	}

}
