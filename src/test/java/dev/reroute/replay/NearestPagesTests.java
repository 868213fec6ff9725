package dev.reroute.replay;

import java.util.List;
import java.util.stream.Stream;

import dev.reroute.engine.RuleSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.reroute.test.RuleText.rules;
import static org.assertj.core.api.Assertions.assertThat;

class NearestPagesTests {

	private static final RuleSet RULES = rules("""
			- { from: /a, redirect: "/company/contact?x=1#y" }
			- { from: "/b/{x}", redirect: "/never/{x}" }
			- { from: /c, rewrite: /shop/teapots }
			- { from: /d, redirect: "https://www.example.com/press/opening-hours.html" }
			- { from: /e, respond: 410 }
			""");

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			the name stays                | /old/contact           | /company/contact
			the extension goes            | /contact.html          | /company/contact
			and comes                     | /opening-hours         | https://www.example.com/press/opening-hours.html
			another separator             | /Opening_Hours.php     | https://www.example.com/press/opening-hours.html
			encoded                       | /opening%20hours       | https://www.example.com/press/opening-hours.html
			a folder's page               | /x/contact/index.html  | /company/contact
			a slash at the end            | /contact/              | /company/contact
			a typo                        | /shop/teapotts         | /shop/teapots
			letters swapped               | /shop/teaptos          | /shop/teapots
			what the log answered         | /2009/summer-sale.asp  | /news/summer-sale
			the nearest path first        | /en/imprint            | /en/about/imprint;/de/about/imprint
			a method                      | POST /old/contact      | /company/contact
			too unlike                    | /shop/kettles          |
			a number says nothing         | /news/42               |
			nothing                       | /                      |
			""")
	void theNearestPagesAreSuggested(String name, String url, String expected) {
		Frequencies<String> answered = new Frequencies<>();
		Stream.of("/news/summer-sale", "/news/2009/42", "/de/about/imprint", "/en/about/imprint")
			.forEach(answered::add);
		List<String> nearest = NearestPages.of(RULES.rules(), answered).to(url);
		assertThat(nearest).isEqualTo((expected != null) ? List.of(expected.split(";")) : List.of());
	}

	@Test
	void atMostThreeAreSuggested() {
		Frequencies<String> answered = new Frequencies<>();
		for (int i = 0; i < 5_000; i++) {
			answered.add("/" + i + "/contact");
		}
		assertThat(NearestPages.of(List.of(), answered).to("/contact")).hasSize(3);
	}

	@Test
	void theUrlItselfIsNotSuggested() {
		Frequencies<String> answered = new Frequencies<>();
		answered.add("/contact");
		assertThat(NearestPages.of(List.of(), answered).to("/contact")).isEmpty();
	}

}
