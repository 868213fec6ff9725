package dev.reroute.docs;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import dev.reroute.pattern.Limits;
import org.junit.jupiter.api.Test;

import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every limit is in the reference, with its value.
 */
class DocumentedLimitsTests {

	@Test
	void everyLimitIsDocumentedWithItsValue() {
		Map<String, String> documented = new TreeMap<>();
		Markdown.RULES.rows("limit", "value", "what it bounds")
			.forEach((row) -> documented.put(Markdown.code(row.get(0)).get(0), row.get(1)));
		Map<String, String> limits = new TreeMap<>();
		Arrays.stream(Limits.class.getFields()).forEach((field) -> limits.put(field.getName(), value(field)));
		assertThat(documented).isEqualTo(limits).isNotEmpty();
	}

	private static String value(Field field) {
		return String.format(Locale.ROOT, "%,d", ReflectionUtils.getField(field, null));
	}

}
