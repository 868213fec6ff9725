package dev.reroute.importer.apache;

/**
 * Regular expressions that are written as if they were text.
 */
final class HostRegex {

	private HostRegex() {
	}

	/**
	 * Nearly everybody forgets to escape the dots of a host, and no other character is
	 * meant by them.
	 * @param regex a regular expression that is searched in a host
	 * @return the same, in which a dot between letters is a dot
	 */
	static String withPlainDots(String regex) {
		return regex.replaceAll("(?<=(?<!\\\\)[A-Za-z0-9-])\\.(?=[A-Za-z0-9])", "\\\\.");
	}

}
