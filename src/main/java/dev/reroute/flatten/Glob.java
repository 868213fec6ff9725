package dev.reroute.flatten;

/**
 * What a segment of a path may hold, roughly: a text, or anything between two texts.
 *
 * @param prefix what it starts with; the whole text if it is not wild
 * @param suffix what it ends with
 * @param wild whether anything may stand between them
 * @param mayBeEmpty whether nothing may
 */
record Glob(String prefix, String suffix, boolean wild, boolean mayBeEmpty) {

	static final Glob ANY = new Glob("", "", true, true);

	static Glob text(String text) {
		return new Glob(text, "", false, true);
	}

	/**
	 * Whether some text could be both. If not, there is none; if so, there may be none.
	 */
	boolean couldEqual(Glob other) {
		if (!this.wild && !other.wild) {
			return this.prefix.equals(other.prefix);
		}
		if (!this.wild) {
			return other.couldEqual(this);
		}
		if (!other.wild) {
			String text = other.prefix;
			int least = this.prefix.length() + this.suffix.length() + (this.mayBeEmpty ? 0 : 1);
			return text.length() >= least && text.startsWith(this.prefix) && text.endsWith(this.suffix);
		}
		return (this.prefix.startsWith(other.prefix) || other.prefix.startsWith(this.prefix))
				&& (this.suffix.endsWith(other.suffix) || other.suffix.endsWith(this.suffix));
	}

}
