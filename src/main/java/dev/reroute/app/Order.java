package dev.reroute.app;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An order that was placed.
 *
 * @param id its number
 * @param item what was ordered
 * @param quantity how many of it
 */
record Order(long id, String item, int quantity) {

	/**
	 * An order as a client sends it, in a form or as JSON.
	 *
	 * @param item what to order
	 * @param quantity how many of it, 1 if it is left out
	 */
	record Draft(@NotBlank @Size(max = 100) String item, @Nullable @Min(1) @Max(1_000) Integer quantity) {

		Order withId(long id) {
			return new Order(id, this.item, (this.quantity != null) ? this.quantity : 1);
		}

	}

}
