package dev.reroute.app;

import java.net.URI;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.ServletContext;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The two shapes a redirect has in Spring MVC: a {@link ResponseEntity} and a
 * {@link RedirectView}.
 */
@Demo
@Controller
class HomeController {

	private final String contextPath;

	HomeController(ServletContext servletContext) {
		this.contextPath = servletContext.getContextPath();
	}

	@Operation(summary = "Redirects to this documentation: 302, with a ResponseEntity")
	@GetMapping("/")
	ResponseEntity<Void> home() {
		URI docs = URI.create(this.contextPath + "/docs");
		return ResponseEntity.status(HttpStatus.FOUND).location(docs).build();
	}

	@Operation(summary = "Redirects to another site: 302, with a RedirectView")
	@GetMapping("/sling-academy")
	RedirectView slingAcademy() {
		RedirectView view = new RedirectView("https://www.slingacademy.com");
		view.setStatusCode(HttpStatus.FOUND);
		// Without this line the status would go through sendRedirect, made for HTTP 1.0.
		view.setHttp10Compatible(false);
		// A literal address has no {placeholders}; none shall be found in it.
		view.setExpandUriTemplateVariables(false);
		return view;
	}

}
