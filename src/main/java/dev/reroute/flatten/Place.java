package dev.reroute.flatten;

import java.util.List;

import dev.reroute.pattern.PathText;
import dev.reroute.pattern.FilledTarget;
import dev.reroute.pattern.TargetPiece;
import dev.reroute.pattern.TargetTemplate;
import org.jspecify.annotations.Nullable;

/**
 * Where a visitor is on the way, in terms of what the first rule of the chain binds.
 *
 * @param target the place as a target of the first rule
 * @param text its parts
 * @param path its path
 * @param isExact whether the path is exactly what the engine makes of the target
 */
record Place(TargetTemplate target, TargetText text, PathForm path, boolean isExact) {

	/**
	 * Look at a place.
	 * @param target where the visitor is; its host does not depend on the request
	 * @param kinds what is known of the values in it
	 * @return the place, or {@code null} if its path is malformed and no rule's
	 */
	static @Nullable Place of(TargetTemplate target, CaptureKinds kinds) {
		TargetText text = TargetText.of(target);
		List<TargetPiece> pieces = target.pathPieces();
		if (pieces.stream().allMatch((piece) -> isKnown(piece, kinds))) {
			// what stands in query or fragment does not matter, the scheme must be one
			FilledTarget filled = target
				.fill((name) -> (kinds.get(name) instanceof Part.Text known) ? known.text() : "http");
			String path = (filled != null) ? PathText.decode(filled.path()) : null;
			return (path != null) ? new Place(target, text, PathForm.ofText(path), true) : null;
		}
		PathForm path = PathForm.of(pieces, kinds);
		boolean exact = text.path().indexOf(';') < 0 && !(text.isRelative() && path.startsWithValue())
				&& pieces.stream().noneMatch((piece) -> piece instanceof TargetPiece.Value value && value.changed());
		return new Place(target, text, path, exact);
	}

	private static boolean isKnown(TargetPiece piece, CaptureKinds kinds) {
		return piece instanceof TargetPiece.Text || (piece instanceof TargetPiece.Value value
				&& kinds.get(value.name()) instanceof Part.Text && !value.changed());
	}

	/**
	 * The host, if it is not the one that was asked.
	 * @return the host, or {@code null}
	 */
	@Nullable String host() {
		return this.target.fixedHost();
	}

	/** Whether a visitor could be at both places in one request. */
	boolean couldEqual(Place other) {
		boolean sameScheme = this.text.isRelative() || other.text.isRelative()
				|| this.text.scheme().equals(TargetText.ASKED) || other.text.scheme().equals(TargetText.ASKED)
				|| this.text.scheme().equalsIgnoreCase(other.text.scheme());
		boolean sameHost = host() == null || other.host() == null || host().equals(other.host());
		return sameScheme && sameHost && this.path.shape().couldEqual(other.path.shape());
	}

}
