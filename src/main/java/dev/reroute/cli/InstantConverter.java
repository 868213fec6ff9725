package dev.reroute.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads an instant as rules have it.
 */
final class InstantConverter implements ITypeConverter<Instant> {

	@Override
	public Instant convert(String text) {
		try {
			return OffsetDateTime.parse(text).toInstant();
		}
		catch (DateTimeException ex) {
			throw new TypeConversionException(
					"expected an instant with its offset, such as '2026-11-27T00:00Z', got '" + text + "'");
		}
	}

}
