package dev.reroute.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

import dev.reroute.source.Linting;

import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;

/**
 * Runs checks of rules beside the requests, but none before the application is up: the
 * start needs all processors there are.
 */
final class AfterStart implements Executor, ApplicationListener<ContextRefreshedEvent> {

	private final List<Runnable> waiting = new ArrayList<>();

	private boolean started;

	@Override
	public synchronized void execute(Runnable check) {
		if (this.started) {
			Linting.startThread(check);
		}
		else {
			this.waiting.add(check);
		}
	}

	@Override
	public synchronized void onApplicationEvent(ContextRefreshedEvent event) {
		this.started = true;
		this.waiting.forEach(Linting::startThread);
		this.waiting.clear();
	}

}
