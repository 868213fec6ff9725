package dev.reroute.importer;

import dev.reroute.rule.Rule;
import dev.reroute.rule.RuleSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ParameterNamesTests {

	@ParameterizedTest(name = "{0} to {1}")
	@CsvSource(delimiter = '~', textBlock = """
			/a/{b} ~ /c?{b} ~ true
			/a/{b} ~ /c?{b|lower}#x ~ true
			/a/{b} ~ /c?x=y&{b} ~ true
			/a/{b} ~ /c?{b}&x=y ~ true
			/a/{*b} ~ /c?{*b} ~ true
			/a/{b:.*} ~ /c?{b} ~ true
			/a/{b:\\d+} ~ /c?{b} ~ false
			/a/{b:[a-z]{2,3}} ~ /c?{b} ~ false
			/a/{b} ~ /c?b={b} ~ false
			/a/{b} ~ /c?{b}=1 ~ false
			/a/{b} ~ /c/{b}?x ~ false
			/a/{b}/{c:\\d+} ~ /c?{b}&{c} ~ true
			/a/{b:\\d+}/{c:\\d+} ~ /c?{b}&{c} ~ false
			""")
	void wholeParametersAreFound(String from, String target, boolean found) {
		assertThat(ParameterNames.mayHoldEquals(Rule.from(from).redirect(target).build())).isEqualTo(found);
		assertThat(ParameterNames.mayHoldEquals(Rule.from(from).rewrite(target).build())).isEqualTo(found);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '~', textBlock = """
			APACHE ~ RewriteRule ^/b/(.*) /c?$1 [R,L]
			NGINX ~ server { rewrite ^/b/(.*) /c?$1 redirect; }
			TUCKEY ~ <urlrewrite><rule><from>^/b/(.*)$</from><to type="redirect">/c?$1</to></rule></urlrewrite>
			WORDPRESS ~ "^/b/(.*)","/c?$1",1,301
			""")
	void noFormatEncodesThem(ImportFormat format, String text) {
		ImportResult result = format.read(text, "foreign", RuleSettings.DEFAULT);
		assertThat(result.rules()).allSatisfy((rule) -> assertThat(rule.redirect()).isNull());
		assertThat(result.problems()).singleElement()
			.satisfies((problem) -> assertThat(problem.hint()).contains("a whole parameter"));
	}

}
