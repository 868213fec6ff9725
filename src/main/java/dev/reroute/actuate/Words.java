package dev.reroute.actuate;

import java.util.Locale;

/**
 * Constants as words: {@code error}.
 */
final class Words {

	private Words() {
	}

	static String of(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

}
