package dev.reroute.autoconfigure;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class AfterStartTests {

	private final BlockingQueue<String> threads = new LinkedBlockingQueue<>();

	private final AfterStart afterStart = new AfterStart();

	private void run() {
		this.afterStart.execute(() -> this.threads.add(Thread.currentThread().getName()));
	}

	@Test
	void nothingRunsBeforeTheStartAndNothingIsForgotten() throws Exception {
		run();
		run();
		assertThat(this.threads).isEmpty();
		this.afterStart.onApplicationEvent(new ContextRefreshedEvent(new GenericApplicationContext()));
		assertThat(this.threads.poll(30, TimeUnit.SECONDS)).isEqualTo("reroute-lint");
		assertThat(this.threads.poll(30, TimeUnit.SECONDS)).isEqualTo("reroute-lint");
		run();
		assertThat(this.threads.poll(30, TimeUnit.SECONDS)).isEqualTo("reroute-lint");
	}

}
