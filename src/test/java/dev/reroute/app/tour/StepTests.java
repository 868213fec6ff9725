package dev.reroute.app.tour;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StepTests {

	private static final URI FROM = URI.create("http://localhost/from");

	private static final URI TO = URI.create("http://localhost/to");

	@ParameterizedTest
	@CsvSource({ "301, GET", "302, GET", "303, GET", "307, POST", "308, POST" })
	void postIsFollowedWith(int status, String method) {
		Step next = new Step("POST", FROM, "tea=green").follow(status, TO);
		assertThat(next).isEqualTo(new Step(method, TO, method.equals("POST") ? "tea=green" : null));
	}

	@ParameterizedTest
	@CsvSource({ "301, PUT", "302, PUT", "303, GET", "307, PUT", "308, PUT" })
	void putIsFollowedWith(int status, String method) {
		assertThat(new Step("PUT", FROM, "tea=green").follow(status, TO).method()).isEqualTo(method);
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 303, 307, 308 })
	void getStaysGet(int status) {
		assertThat(new Step("GET", FROM, null).follow(status, TO)).isEqualTo(new Step("GET", TO, null));
	}

	@Test
	void explanationSaysWhetherTheBodyIsLost() {
		Step post = new Step("POST", FROM, "tea=green");
		assertThat(post.explain(302)).contains("lost");
		assertThat(post.explain(303)).contains("not sent again");
		assertThat(post.explain(308)).contains("same body");
	}

}
