package dev.reroute.importer.apache;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.reroute.pattern.CaptureNames;

/**
 * Names for the groups of a condition: that of the parameter in front, as in
 * {@code id=(\d+)}, or one that tells what is looked at.
 */
final class GroupNames {

	private static final Pattern PARAMETER = Pattern.compile("([A-Za-z][A-Za-z0-9_]*)=\\(");

	private GroupNames() {
	}

	static Map<Integer, String> of(RewriteCond condition, Set<Integer> numbers) {
		String subject = switch (ConditionTranslator.variableOf(condition)) {
			case "HTTP_HOST", "SERVER_NAME" -> "domain";
			case "REQUEST_URI" -> "part";
			default -> "value";
		};
		Map<Integer, String> names = new LinkedHashMap<>();
		for (int number : numbers) {
			String name = parameter(condition.pattern(), number);
			boolean usable = !name.isEmpty() && !CaptureNames.BUILT_IN.all().contains(name) && name.length() > 1
					&& !names.containsValue(name);
			names.put(number, usable ? name : subject + (numbers.size() > 1 ? number : ""));
		}
		return names;
	}

	private static String parameter(String regex, int number) {
		int start = groupStart(regex, number);
		Matcher matcher = PARAMETER.matcher(regex.substring(0, Math.min(regex.length(), start + 1)));
		String name = "";
		while (matcher.find()) {
			name = (matcher.end() == start + 1) ? matcher.group(1) : "";
		}
		return name;
	}

	/**
	 * Where a group begins.
	 * @param regex the regular expression
	 * @param number the number of the group
	 * @return the index of its parenthesis; the length if there is none
	 */
	static int groupStart(String regex, int number) {
		int count = 0;
		boolean inClass = false;
		for (int i = 0; i < regex.length(); i++) {
			char c = regex.charAt(i);
			if (c == '\\') {
				i++;
			}
			else if (c == '[' || c == ']') {
				inClass = c == '[';
			}
			else if (c == '(' && !inClass && !regex.startsWith("(?", i) && ++count == number) {
				return i;
			}
		}
		return regex.length();
	}

	/**
	 * The text of a group.
	 * @param regex the regular expression
	 * @param number the number of the group
	 * @return what stands within its parentheses
	 */
	static String group(String regex, int number) {
		int start = groupStart(regex, number);
		int depth = 0;
		boolean inClass = false;
		for (int i = start; i < regex.length(); i++) {
			char c = regex.charAt(i);
			if (c == '\\') {
				i++;
			}
			else if (c == '[' || c == ']') {
				inClass = c == '[';
			}
			else if (c == '(' && !inClass) {
				depth++;
			}
			else if (c == ')' && !inClass && --depth == 0) {
				return regex.substring(start + 1, i);
			}
		}
		return "";
	}

}
