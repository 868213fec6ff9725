package dev.reroute.app;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@DemoTest
@TestPropertySource(properties = "reroute.default-status=302")
class DefaultStatusTests {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void defaultStatusIsConfigurable() {
		assertThat(this.mvc.get().uri("/redirect?to=/docs")).hasStatus(HttpStatus.FOUND);
		assertThat(this.mvc.get().uri("/redirect?to=/docs&status=308")).hasStatus(HttpStatus.PERMANENT_REDIRECT);
	}

}
