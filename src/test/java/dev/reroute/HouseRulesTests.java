package dev.reroute;

import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * What each package may know (design, section 4).
 */
class HouseRulesTests {

	private static final String[] CORE = { "..pattern..", "..rule..", "..engine..", "..lint..", "..importer..",
			"..hits.." };

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("dev.reroute");

	@ParameterizedTest(name = "{0} knows {1}")
	@CsvSource({ "pattern, ''", "rule, pattern", "engine, rule pattern", "lint, engine rule pattern",
			"flatten, source engine rule pattern", "replay, engine rule pattern", "importer, rule pattern",
			"hits, rule", "source, engine rule lint pattern importer", "servlet, engine hits rule pattern",
			"actuate, source hits lint engine rule pattern", "assertions, engine rule pattern source",
			"cli, pattern rule engine lint flatten replay importer hits source servlet actuate",
			"autoconfigure, pattern rule engine lint importer hits source servlet actuate console" })
	void aPackageKnowsOnlyWhatItMay(String name, String known) {
		String[] others = Stream
			.of("pattern", "rule", "engine", "lint", "flatten", "replay", "importer", "hits", "source", "servlet",
					"actuate", "console", "cli", "autoconfigure", "app", "assertions")
			.filter((other) -> !other.equals(name) && !List.of(known.split(" ")).contains(other))
			.map((other) -> "dev.reroute." + other + "..")
			.toArray(String[]::new);
		check(noClasses().that()
			.resideInAPackage("dev.reroute." + name + "..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(others));
	}

	@Test
	void packagesHaveNoCycles() {
		check(slices().matching("dev.reroute.(*)..").should().beFreeOfCycles());
	}

	@Test
	void theCoreKnowsNoServletAndNoDatabase() {
		check(noClasses().that()
			.resideInAnyPackage(CORE)
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("jakarta..", "java.sql..", "javax.sql.."));
	}

	@Test
	void theCoreKnowsOfSpringOnlyThePathPattern() {
		check(noClasses().that()
			.resideInAnyPackage(CORE)
			.should()
			.dependOnClassesThat(DescribedPredicate.describe("are Spring's, but no PathPattern",
					(type) -> type.getPackageName().startsWith("org.springframework")
							&& !type.getPackageName().equals("org.springframework.web.util.pattern"))));
	}

	@Test
	void onlyTheServletSideTouchesAResponse() {
		check(noClasses().that()
			.resideOutsideOfPackages("..servlet..", "..console..", "..app..")
			.should()
			.dependOnClassesThat()
			.haveNameMatching("jakarta\\.servlet\\.http\\.HttpServletResponse.*"));
	}

	@Test
	void theApplicationUsesOnlyWhatAnyUserHas() {
		check(noClasses().that()
			.resideInAPackage("..app..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("dev.reroute.engine..", "dev.reroute.servlet..", "dev.reroute.source..",
					"dev.reroute.autoconfigure.."));
	}

	@Test
	void namesSayWhatAThingIs() {
		check(noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Info|Data|Impl)$"));
		check(noClasses().should().resideInAnyPackage("..util..", "..common..", "..helper..", "..impl.."));
	}

	@Test
	void thereIsNoThreadLocal() {
		check(noClasses().should().dependOnClassesThat().areAssignableTo(ThreadLocal.class));
	}

	@Test
	void everyPackageSaysWhatItIsForAndIsNullMarked() {
		check(classes().that().haveSimpleName("package-info").should().beAnnotatedWith(NullMarked.class));
		check(classes().should(new HasPackageInfo()));
	}

	@Test
	void nothingIsInjectedIntoFields() {
		check(fields().should().notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired"));
	}

	private static void check(ArchRule rule) {
		rule.allowEmptyShould(true).check(CLASSES);
	}

}
