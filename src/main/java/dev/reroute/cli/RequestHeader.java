package dev.reroute.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A header of a request, written as curl has it: {@code Accept-Language: de}.
 *
 * @param name the name
 * @param value the value
 */
record RequestHeader(String name, String value) {

	private static final Pattern HEADER = Pattern
		.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*((?:[^\\p{Cntrl}]|\\t)*?)[ \\t]*");

	/** Reads headers. */
	static final class Converter implements ITypeConverter<RequestHeader> {

		@Override
		public RequestHeader convert(String text) {
			Matcher header = HEADER.matcher(text);
			if (!header.matches()) {
				throw new TypeConversionException(
						"expected a name and a value, such as 'Accept-Language: de', got '" + text + "'");
			}
			if (header.group(1).equalsIgnoreCase("Host")) {
				throw new TypeConversionException("the host is that of the URL: https://" + header.group(2) + "/...");
			}
			return new RequestHeader(header.group(1), header.group(2));
		}

	}

}
