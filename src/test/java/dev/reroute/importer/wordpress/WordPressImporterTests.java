package dev.reroute.importer.wordpress;

import dev.reroute.engine.RuleSet;
import dev.reroute.importer.ImportFormat;
import dev.reroute.importer.ImportResult;
import dev.reroute.rule.RuleDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.reroute.test.DecisionAssert.assertThat;
import static dev.reroute.test.Imported.problems;
import static dev.reroute.test.Imported.result;
import static dev.reroute.test.Imported.rules;
import static dev.reroute.test.TestRequest.get;
import static org.assertj.core.api.Assertions.assertThat;

class WordPressImporterTests {

	private static final String HEADER = "source,target,regex,code,type,hits,title,status\n";

	private static final String JSON = """
			{ "plugin": { "version": "5.5" },
			  "groups": [ { "id": 1, "enabled": true }, { "id": 2, "enabled": false } ],
			  "redirects": [
			    %s
			  ] }
			""";

	/** What an export says if nothing else is said. */
	private static RuleSet redirect(String keys) {
		return rules(ImportFormat.WORDPRESS, JSON.formatted("{ " + keys.replace('\'', '"') + " }"));
	}

	private static String source(String url, String query, boolean ignoreCase, boolean ignoreSlash) {
		return ("'url': '%s', 'match_data': { 'source': { 'flag_query': '%s', 'flag_case': %s, 'flag_trailing': %s, "
				+ "'flag_regex': false } }, 'action_type': 'url', 'action_code': 301, 'action_data': { 'url': '/b' }")
			.formatted(url, query, ignoreCase, ignoreSlash);
	}

	@ParameterizedTest(name = "{0} {1}: {2}")
	@CsvSource(nullValues = "-", textBlock = """
			exact     , /a         , /a            , /b
			exact     , /a         , /a?x=1        , -
			exact     , /a?x=1&y=2 , /a?y=2&x=1    , /b
			exact     , /a?x=1     , /a?x=1&y=2    , -
			exact     , /a?x=1     , /a            , -
			exact     , /a?        , /a            , /b
			exactorder, /a?x=1&y=2 , /a?x=1&y=2    , /b
			exactorder, /a?x=1&y=2 , /a?y=2&x=1    , -
			exactorder, /a         , /a?x=1        , -
			ignore    , /a         , /a?x=1        , /b
			ignore    , /a?x=1     , /a?y=2&x=1    , /b
			ignore    , /a?x=1     , /a?y=2        , -
			pass      , /a         , /a?x=1        , /b?x=1
			pass      , /a         , /a            , /b
			pass      , /a?x=1     , /a?x=1&y=2    , /b?x=1&y=2
			exact     , /a*b       , /a*b          , /b
			exact     , /a*b       , /axb          , -
			exact     , a          , /a            , /b
			exact     , /%C3%A9    , /%C3%A9       , /b
			exact     , /9%-a      , /9%25-a       , /b
			exact     , /9%25-a    , /9%25-a       , /b
			exact     , /a%        , /a%25         , /b
			exact     , /a?x=9%    , /a?x=9%25     , /b
			""")
	void theQueryIsMatchedAsTheFlagSays(String flag, String url, String request, @Nullable String location) {
		RuleSet rules = redirect(source(url, flag, false, false));
		if (location != null) {
			assertThat(rules, get(request)).redirectsTo(location, 301);
		}
		else {
			assertThat(rules, get(request)).passes();
		}
	}

	@Test
	void caseAndSlashAreIgnoredIfTheFlagsSaySo() {
		assertThat(redirect(source("/a", "exact", true, false)), get("/A")).redirectsTo("/b");
		assertThat(redirect(source("/a", "exact", true, false)), get("/a/")).passes();
		assertThat(redirect(source("/a", "exact", false, true)), get("/a/")).redirectsTo("/b");
		assertThat(redirect(source("/a", "exact", false, true)), get("/A")).passes();
		assertThat(redirect(source("/a?q=Tea", "exact", true, false)), get("/a?q=TEA")).redirectsTo("/b");
		assertThat(redirect(source("/a?q=Tea", "exact", false, false)), get("/a?q=TEA")).passes();
	}

	@Test
	void theTargetsOwnQueryWins() {
		RuleSet rules = redirect(source("/a", "pass", false, false).replace("/b", "/b?x=0#top"));
		assertThat(rules, get("/a?x=1&y=2")).redirectsTo("/b?x=0&y=2#top");
	}

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource(textBlock = """
			url   , 302, 302
			url   , 308, 308
			url   , 200, 301
			error , 410, 410
			error , 451, 451
			error , 503, 503
			error , 405, 404
			""")
	void aStatusIsThatOfThePlugin(String type, int code, int expected) {
		RuleSet rules = redirect("'url': '/a', 'action_type': '" + type + "', 'action_code': " + code
				+ ", 'action_data': { 'url': '/b' }");
		if (type.equals("url")) {
			assertThat(rules, get("/a")).redirectsTo("/b", expected);
		}
		else {
			assertThat(rules, get("/a")).responds(expected);
		}
	}

	@Test
	void passIsARewriteAndNothingIsPass() {
		assertThat(redirect("'url': '/a', 'action_type': 'pass', 'action_data': { 'url': '/b' }"), get("/a"))
			.rewritesTo("/b");
		assertThat(redirect("'url': '/a', 'action_type': 'nothing'"), get("/a")).passes();
		assertThat(result(ImportFormat.WORDPRESS, JSON.formatted("{ \"url\": \"/a\", \"action_type\": \"nothing\" }"))
			.rules()).extracting(RuleDefinition::pass).containsExactly(true);
	}

	@Test
	void aConditionHasATargetForEachCase() {
		RuleSet rules = redirect("'url': '/a', 'match_type': 'agent', 'action_type': 'url', 'action_code': 302, "
				+ "'action_data': { 'agent': 'iphone|ipad', 'regex': true, 'url_from': '/m', 'url_notfrom': '/d' }");
		assertThat(rules, get("/a").header("User-Agent", "An iPad")).redirectsTo("/m", 302);
		assertThat(rules, get("/a").header("User-Agent", "A PC")).redirectsTo("/d", 302);
		assertThat(rules, get("/a")).redirectsTo("/d", 302);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			server   | 'server': 'https://old.example.com'         | http://old.example.com/a
			referrer | 'referrer': 'https://example.com/*'         | http://localhost/a
			header   | 'name': 'X-Beta', 'value': 'on'             | http://localhost/a
			cookie   | 'name': 'beta', 'value': 'o', 'regex': true | http://localhost/a
			ip       | 'ip': [ '192.0.2.7', '2001:db8::1' ]        | http://localhost/a
			""")
	void whatElseIsAskedIsACondition(String type, String data, String url) {
		RuleSet rules = redirect("'url': '/a', 'match_type': '" + type
				+ "', 'action_type': 'url', 'action_data': { 'url_from': '/b', 'url_notfrom': '', " + data + " }");
		assertThat(rules, get("http://localhost/a").from("192.0.2.1")).passes();
		assertThat(rules,
				get(url).header("Referer", "https://example.com/*")
					.header("X-Beta", "on")
					.cookie("beta", "Yo")
					.from("192.0.2.7"))
			.redirectsTo("/b", 301);
	}

	@Test
	void aRedirectOf404sIsAFallback() {
		ImportResult result = result(ImportFormat.WORDPRESS,
				JSON.formatted(("{ 'url': '^/.*', 'regex': true, "
						+ "'match_type': 'page', 'action_type': 'url', 'action_data': { 'page': '404', 'url': '/' } }")
					.replace('\'', '"')));
		assertThat(result.rules()).singleElement().satisfies((rule) -> {
			assertThat(rule.fallback()).isTrue();
			assertThat(rule.fromRegex()).isEqualTo("/.*");
		});
	}

	@Test
	void theLowestPositionIsTestedFirst() {
		ImportResult result = result(ImportFormat.WORDPRESS, JSON.formatted("""
				{ "id": 3, "url": "/three", "position": 1, "action_data": "/x", "match_type": "url" },
				{ "id": 2, "url": "/two", "position": 1, "action_data": { "url": "/x" } },
				{ "id": 1, "url": "/one", "position": 2, "action_data": { "url": "/x" }, "title": "Last" }"""));
		assertThat(result.problems()).isEmpty();
		assertThat(result.rules()).extracting(RuleDefinition::from).containsExactly("/two", "/three", "/one");
		assertThat(result.rules()).extracting(RuleDefinition::note).containsExactly("in:5", "in:4", "Last (in:6)");
	}

	@Test
	void whatIsDisabledTakesNoPart() {
		ImportResult result = result(ImportFormat.WORDPRESS, JSON.formatted("""
				{ "url": "/a", "enabled": false, "action_data": "/x" },
				{ "url": "/b", "group_id": 2, "action_data": "/x" },
				{ "url": "/c", "group_id": 1, "action_data": "/x" }"""));
		assertThat(result.rules()).extracting(RuleDefinition::enabled).containsExactly(false, false, true);
		assertThat(result(ImportFormat.WORDPRESS, HEADER + "/a,/b,0,301,url,0,,disabled\n/c,/d,0,301,url,0,,active\n")
			.rules()).extracting(RuleDefinition::enabled).containsExactly(false, true);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			/a,/b                                   | /a                        | 301 /b
			/a,/b                                   | /a?x=1                    | -
			/a,/b                                   | /A/                       | 301 /b
			/a/,/b                                  | /a                        | 301 /b
			/a?q=Tea,/b                             | /a?q=TEA                  | 301 /b
			^/a$,/b,1                               | /A                        | 301 /b
			^/a$,/b,1                               | /a/                       | -
			^/a\\?id=([a-f]+)$,/b/$1,1              | /a?id=BE                  | 301 /b/BE
			/a,/b,0,302                             | /a                        | 302 /b
			"/a","/b",0,302,"url",5,"Title","active"| /a                        | 302 /b
			^/a/(.*)$,/b/$1                         | /a/c?x=1                  | 301 /b/c?x=1
			^/a/(.*)$,/b/$1,0                       | /a/c                      | -
			/a.b,/c,1                               | -                         | -
			/a,,0,410                               | /a                        | 410
			/a,,0,503,error                         | /a                        | 503
			/a,/b,0,0,pass                          | /a                        | rewrite /b
			http://old.example.com/a?x=1,/b         | https://old.example.com/a?x=1 | 301 /b
			/a,/b,0,999                             | /a                        | 301 /b
			""")
	void csvIsReadByPosition(String row, @Nullable String request, @Nullable String expected) {
		ImportResult result = result(ImportFormat.WORDPRESS, HEADER + row);
		if (request == null) {
			assertThat(result.problems()).hasSize(1);
			return;
		}
		RuleSet rules = rules(ImportFormat.WORDPRESS, HEADER + row);
		if (expected == null) {
			assertThat(rules, get(request)).passes();
		}
		else if (expected.startsWith("rewrite ")) {
			assertThat(rules, get(request)).rewritesTo(expected.substring(8));
		}
		else if (expected.contains(" ")) {
			assertThat(rules, get(request)).redirectsTo(expected.substring(4),
					Integer.parseInt(expected.substring(0, 3)));
		}
		else {
			assertThat(rules, get(request)).responds(Integer.parseInt(expected));
		}
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			/a,/b,0,304            | 304 is no redirect
			/a                     | source, target
			/a,/b,0,moved          | source, target, regex (0 or 1), code
			/a,/a                  | it leads to itself
			/a,/unknown            | only the export as JSON tells
			/a,,0,0,random         | it leads to a random post
			/a,/b/[userid]         | fills in its target by a function
			/a,123                 | number of a post
			/a,https://x.example:y | bad-host
			/a,/b/$1,1             | not anchored
			/a#b,/c                | never sent to a server
			/a?x[]=1&x[]=2,/b,0    | two values of the parameter
			^/a$,b,1               | bad-target
			^/a$,/$0,1             | takes all that was found
			^/a(?<=x)b$,/c,1       | look-around
			^/a;x=(.*)$,/a,1,301   | that holds ';' or '//'
			^/a//b$,/c,1           | that holds ';' or '//'
			""")
	void whatCannotBeSaidIsAProblem(String row, String problem) {
		assertThat(problems(ImportFormat.WORDPRESS, HEADER + row)).singleElement()
			.asString()
			.startsWith("in:2: ")
			.contains(problem);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			'match_type': 'login'                        | logged in
			'match_type': 'role'                         | role
			'match_type': 'custom'                       | filter in PHP
			'match_type': 'language'                     | language
			'match_type': 'moon'                         | match type 'moon' is not known
			'match_type': 'ip'                           | no 'ip'
			'match_type': 'cookie'                       | no 'name'
			'action_type': 'dance'                       | action type 'dance' is not known
			'action_data': { 'url': '' }                 | it has no target
			'match_type': 'agent', 'action_data': { 'agent': 'x*', 'regex': true, 'url_from': '/b' } | found in nothing
			'match_data': { 'source': { 'flag_query': 'x' } } | 'flag_query' is 'x'
			""")
	void aConditionThatARuleCannotAskForIsAProblem(String keys, String problem) {
		String action = keys.contains("action_data") ? ""
				: ", 'action_data': { 'url': '/b', 'url_from': '/b', 'url_notfrom': '' }";
		String json = ("{ 'url': '/a', " + keys + action + " }").replace('\'', '"').replace("\\\"", "'");
		assertThat(problems(ImportFormat.WORDPRESS, JSON.formatted(json))).singleElement()
			.asString()
			.startsWith("in:4: not-translatable")
			.contains(problem);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			{ "redirects": [          | in:1: bad-json
			{ "groups": [] }          | in: no-rules
			{ }                       | in: no-rules
			{ "redirects": [ 1, {} ] }| in:1: bad-directive
			""")
	void whatIsNoExportIsAProblem(String json, String problem) {
		assertThat(problems(ImportFormat.WORDPRESS, json)).isNotEmpty().first().asString().startsWith(problem);
	}

}
