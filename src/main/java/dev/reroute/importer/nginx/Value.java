package dev.reroute.importer.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.reroute.importer.NotTranslatableException;
import org.jspecify.annotations.Nullable;

/**
 * Text with what only a request can tell.
 *
 * @param pieces the pieces; never two texts in a row
 */
record Value(List<Piece> pieces) {

	static final Value EMPTY = new Value(List.of());

	static Value of(Piece piece) {
		return new Value(List.of(piece));
	}

	static Value variable(String name) {
		return of(new Piece.Variable(name));
	}

	static Value text(String text) {
		return text.isEmpty() ? EMPTY : of(new Piece.Text(text));
	}

	/** This value and another one behind it. */
	Value and(Value other) {
		if (this.pieces.isEmpty() || other.pieces.isEmpty()) {
			return this.pieces.isEmpty() ? other : this;
		}
		List<Piece> both = new ArrayList<>(this.pieces);
		for (Piece piece : other.pieces) {
			int last = both.size() - 1;
			if (piece instanceof Piece.Text text && both.get(last) instanceof Piece.Text before) {
				both.set(last, new Piece.Text(before.text() + text.text()));
			}
			else {
				both.add(piece);
			}
		}
		return new Value(List.copyOf(both));
	}

	boolean isEmpty() {
		return this.pieces.isEmpty();
	}

	/** The text, or {@code null} if it takes a request to tell. */
	@Nullable String literal() {
		if (this.pieces.isEmpty()) {
			return "";
		}
		return (this.pieces.size() == 1 && this.pieces.get(0) instanceof Piece.Text text) ? text.text() : null;
	}

	/** The text before the first piece that takes a request. */
	String prefix() {
		return (!this.pieces.isEmpty() && this.pieces.get(0) instanceof Piece.Text text) ? text.text() : "";
	}

	/** The text behind the last piece that takes a request. */
	String suffix() {
		int last = this.pieces.size() - 1;
		return (last >= 0 && this.pieces.get(last) instanceof Piece.Text text) ? text.text() : "";
	}

	/** The same without some characters at its start, which are text. */
	Value from(int length) {
		List<Piece> rest = new ArrayList<>(this.pieces);
		String text = prefix();
		if (!text.isEmpty()) {
			rest.remove(0);
		}
		return text(text.substring(length)).and(new Value(rest));
	}

	boolean uses(String variable) {
		return this.pieces.contains(new Piece.Variable(variable));
	}

	/** The groups in it. */
	List<Piece.Group> groups() {
		return this.pieces.stream()
			.filter(Piece.Group.class::isInstance)
			.map(Piece.Group.class::cast)
			.distinct()
			.toList();
	}

	/** The same with a value in the place of a variable. */
	Value with(Piece variable, Value value) {
		if (!this.pieces.contains(variable)) {
			return this;
		}
		Value result = EMPTY;
		for (Piece piece : this.pieces) {
			result = result.and(piece.equals(variable) ? value : of(piece));
		}
		return result;
	}

	/**
	 * Put in what is known.
	 * @param flow what is known of a request
	 */
	Value resolve(Flow flow) throws NotTranslatableException {
		Value result = EMPTY;
		for (Piece piece : this.pieces) {
			result = result.and((piece instanceof Piece.Variable variable) ? flow.value(variable.name()) : of(piece));
		}
		return result;
	}

	@Override
	public String toString() {
		return this.pieces.stream()
			.map((piece) -> (piece instanceof Piece.Text text) ? text.text()
					: (piece instanceof Piece.Variable variable) ? "$" + variable.name() : "$?")
			.collect(Collectors.joining());
	}

}
