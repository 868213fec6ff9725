package dev.reroute.cli;

import java.util.Arrays;
import java.util.stream.Collectors;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads the constants of an enum as they are shown: in lower case.
 *
 * @param <E> the enum
 */
final class EnumConverter<E extends Enum<E>> implements ITypeConverter<E> {

	private final Class<E> type;

	EnumConverter(Class<E> type) {
		this.type = type;
	}

	@Override
	public E convert(String text) {
		return Arrays.stream(this.type.getEnumConstants())
			.filter((constant) -> constant.toString().equals(text))
			.findFirst()
			.orElseThrow(() -> new TypeConversionException("expected "
					+ Arrays.stream(this.type.getEnumConstants()).map(Enum::toString).collect(Collectors.joining(", "))
					+ ", got '" + text + "'"));
	}

}
