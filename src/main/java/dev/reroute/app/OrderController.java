package dev.reroute.app;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Post, redirect, get: a client that reloads the page it ends on does not order twice.
 */
@Demo
@RestController
class OrderController {

	private final Orders orders;

	private final String contextPath;

	OrderController(Orders orders, ServletContext servletContext) {
		this.orders = orders;
		this.contextPath = servletContext.getContextPath();
	}

	@Operation(summary = "Places an order and redirects to it: 303, to be followed with a GET")
	@PostMapping(path = "/orders", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	ResponseEntity<Void> place(@Valid @ModelAttribute Order.Draft draft) {
		Order order = this.orders.place(draft);
		URI location = URI.create(this.contextPath + "/orders/" + order.id());
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(location).build();
	}

	@Operation(summary = "Places an order and redirects to it: 303, to be followed with a GET")
	@PostMapping(path = "/orders", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Void> placeJson(@Valid @RequestBody Order.Draft draft) {
		return place(draft);
	}

	@Operation(summary = "Shows an order")
	@GetMapping("/orders/{id:\\d{1,18}}")
	Order show(@PathVariable long id) {
		return this.orders.find(id)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no order " + id + "."));
	}

	@Operation(summary = "Redirects to /orders: 308, to be followed with the same POST and its body")
	@PostMapping("/v1/orders")
	ResponseEntity<Void> placeAtOldAddress(HttpServletRequest request) {
		String query = request.getQueryString();
		String location = this.contextPath + "/orders" + ((query != null) ? "?" + query : "");
		return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT).header(HttpHeaders.LOCATION, location).build();
	}

	@ExceptionHandler
	ProblemDetail invalid(MethodArgumentNotValidException ex) {
		Map<String, String> errors = new TreeMap<>();
		for (FieldError error : ex.getFieldErrors()) {
			String message = error.isBindingFailure() ? "is not a number" : error.getDefaultMessage();
			errors.put(error.getField(), String.valueOf(message));
		}
		ProblemDetail problem = ex.getBody();
		problem.setDetail("The order is not complete or not correct.");
		problem.setProperty("errors", errors);
		return problem;
	}

}
