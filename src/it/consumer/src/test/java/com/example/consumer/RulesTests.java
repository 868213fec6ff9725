package com.example.consumer;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@AutoConfigureMockMvc
class RulesTests {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void redirects() {
		assertThat(this.mvc.get().uri("/docs")).hasStatus(HttpStatus.MOVED_PERMANENTLY)
			.hasRedirectedUrl("https://www.example.com/handbook");
	}

	@Test
	void rewrites() {
		assertThat(this.mvc.get().uri("/old/a/b")).hasStatusOk().bodyText().isEqualTo("/new/a/b");
	}

	@Test
	void redirectsByRegex() {
		assertThat(this.mvc.get().uri("/item-42.html")).hasStatus(HttpStatus.TEMPORARY_REDIRECT)
			.hasRedirectedUrl("/items/42");
	}

	@Test
	void leavesOtherRequestsAlone() {
		assertThat(this.mvc.get().uri("/older")).hasStatus(HttpStatus.NOT_FOUND);
	}

}
