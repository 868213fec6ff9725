package dev.reroute.actuate;

import dev.reroute.source.LiveRules;
import dev.reroute.source.LiveStatus;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * The health of the rules. It is always UP: where a change was not taken, the last good
 * rules answer, and a node that answers belongs behind its load balancer. What keeps the
 * change from going live is in the details.
 */
public final class RerouteHealthIndicator extends AbstractHealthIndicator {

	private final LiveRules rules;

	public RerouteHealthIndicator(LiveRules rules) {
		super("The rules could not be asked");
		this.rules = rules;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		LiveStatus status = this.rules.status();
		builder.up()
			.withDetail("rules", status.rules().rules().size())
			.withDetail("version", status.version())
			.withDetail("since", status.since())
			.withDetail("sources", status.sources().stream().map(RulesDescriptor.SourceDescriptor::of).toList())
			.withDetail("problems", ProblemsDescriptor.of(status.problems()))
			.withDetail("lint", RulesDescriptor.LintDescriptor.of(status.lint()));
	}

}
