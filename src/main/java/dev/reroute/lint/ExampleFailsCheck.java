package dev.reroute.lint;

import java.util.List;

import dev.reroute.engine.UrlRequest;
import dev.reroute.rule.Example;

/**
 * An example that travels with a rule is answered otherwise. What a URL cannot say is
 * made up so that the conditions of the rule hold: headers, cookies, the client's
 * address, the time, and the method unless the example names one.
 */
final class ExampleFailsCheck implements Check {

	@Override
	public void check(Subject subject, Report report) {
		for (Example example : subject.rule().examples()) {
			UrlRequest asked = UrlRequest.of(example.url()).at(subject.context().now());
			asked = (example.method() != null) ? asked.withMethod(example.method()) : asked;
			UrlRequest request = Situation.satisfyingUnsaid(subject.rule().conditions(), asked,
					example.method() == null);
			String actual = DecisionText.of(subject.context().explainer().decideMissing(request));
			if (!example.isMetBy(actual)) {
				report.add(new Finding(FindingCode.EXAMPLE_FAILS, subject.rule(), List.of(), request, List.of(),
						"the example '" + example.request() + "' expects '" + example.expect()
								+ "', but the answer is '" + actual + "'",
						"mend the rule or the example"));
			}
		}
	}

}
