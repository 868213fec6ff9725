package com.example.consumer;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(properties = "reroute.enabled=false")
@AutoConfigureMockMvc
class DisabledTests {

	@Autowired
	private ConfigurableApplicationContext context;

	@Autowired
	private MockMvcTester mvc;

	@Test
	void noBeanIsLeftBehind() {
		assertThat(this.context.getBeanDefinitionNames()).noneMatch((name) -> name.contains("eroute"));
		assertThat(Arrays.stream(this.context.getBeanDefinitionNames()).map(this.context::getType))
			.noneMatch((type) -> type != null && type.getName().startsWith("dev.reroute"));
	}

	@Test
	void noRuleActs() {
		assertThat(this.mvc.get().uri("/docs")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri("/old/a")).hasStatus(HttpStatus.NOT_FOUND);
	}

}
