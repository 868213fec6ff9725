package com.example.consumer;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.reroute.hits.HitCounter;
import dev.reroute.pattern.RedirectTargets;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(properties = "reroute.allowed-hosts=www.example.com")
@AutoConfigureMockMvc
class OwnBeansTests {

	private static final AtomicInteger hits = new AtomicInteger();

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private RedirectTargets targets;

	@Autowired
	private HitCounter counter;

	@Test
	void ownHitCounterIsTold() {
		int before = hits.get();
		assertThat(this.mvc.get().uri("/docs")).hasStatus(HttpStatus.MOVED_PERMANENTLY);
		assertThat(hits).hasValue(before + 1);
	}

	@Test
	void ownHitCounterIsTheOnlyOne() {
		assertThat(this.counter.getClass().getName()).startsWith(OwnBeansTests.class.getName());
	}

	@Test
	void ownRedirectTargetsDecide() {
		assertThat(this.targets.accept("https://shop.example.com/")).hasValue("https://shop.example.com/");
		assertThat(this.targets.accept("https://www.example.com/")).isEmpty();
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class OwnBeans {

		@Bean
		HitCounter ownHitCounter() {
			return (rule, outcome) -> hits.incrementAndGet();
		}

		@Bean
		RedirectTargets ownRedirectTargets() {
			return new RedirectTargets(List.of("shop.example.com"));
		}

	}

}
