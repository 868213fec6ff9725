package dev.reroute;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/**
 * A class stands in a package that has a {@code package-info}.
 */
class HasPackageInfo extends ArchCondition<JavaClass> {

	HasPackageInfo() {
		super("stand in a package with a package-info");
	}

	@Override
	public void check(JavaClass type, ConditionEvents events) {
		if (type.getPackage().tryGetPackageInfo().isEmpty()) {
			events.add(SimpleConditionEvent.violated(type, type.getFullName() + " has no package-info beside it"));
		}
	}

}
