package dev.reroute.app.tour;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * A request on the way to an answer, and what a browser makes of a redirect (RFC 9110,
 * section 15.4; Fetch standard, HTTP-redirect fetch).
 * <ul>
 * <li>301 and 302: a POST becomes a GET without body. Their text never meant it, but
 * browsers have always done so.</li>
 * <li>303: everything becomes a GET without body.</li>
 * <li>307 and 308: method and body stay.</li>
 * </ul>
 *
 * @param method the method
 * @param uri where to
 * @param form the body
 */
record Step(String method, URI uri, @Nullable String form) {

	Step follow(int status, URI location) {
		return turnsIntoGet(status) ? new Step("GET", location, null) : new Step(this.method, location, this.form);
	}

	String explain(int status) {
		if (this.method.equals("GET")) {
			return "A GET stays a GET.";
		}
		if (status == 303) {
			return "303 means: fetch the result with GET. The body is not sent again.";
		}
		return turnsIntoGet(status)
				? status + " after a POST: browsers turn it into a GET, and the body is lost on the way."
				: status + " means: the same method and the same body, once more, at the new address.";
	}

	private boolean turnsIntoGet(int status) {
		return switch (status) {
			case 301, 302 -> this.method.equals("POST");
			case 303 -> true;
			default -> false;
		};
	}

}
