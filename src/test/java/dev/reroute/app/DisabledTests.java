package dev.reroute.app;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@DemoTest
@TestPropertySource(properties = "reroute.enabled=false")
class DisabledTests {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void applicationStartsWithoutTheLibrary() {
		assertThat(this.mvc.get().uri("/")).hasStatus(302);
		assertThat(this.mvc.get().uri("/tour")).hasStatusOk();
		assertThat(this.mvc.get().uri("/redirect?to=/docs")).hasStatus(404);
		assertThat(this.mvc.get().uri("/old")).hasStatus(404);
	}

}
