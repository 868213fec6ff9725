package dev.reroute.servlet;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import dev.reroute.rule.Rule;
import dev.reroute.rule.RuleDefinition;
import dev.reroute.source.RuleSource;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/**
 * An application that tells what it received, in all the ways in which an application
 * receives.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class EchoApplication {

	@Bean
	RuleSource rules() {
		return RuleSource.of(
				Rule.from("/old/{*rest}")
					.rewrite("/new/{*rest}")
					.dropQuery()
					.query(new RuleDefinition.Query(List.of("none"), List.of(), Map.of(), Map.of("sling", "academy")))
					.setHeader("X-Rerouted", "{path}")
					.setHeader("Accept-Language", "de-AT")
					.removeHeader("x-secret"),
				Rule.from("/to-async/{*rest}").rewrite("/async/{*rest}"),
				Rule.from("/servlet/to-raw-async").rewrite("/servlet/raw-async"),
				Rule.from("/servlet/to-info").rewrite("/servlet/info?x=1"),
				Rule.from("/to-forward").rewrite("/forward?a=rewritten"),
				Rule.from("/to-upload").rewrite("/upload?q=1"), Rule.from("/to-size").rewrite("/size"),
				Rule.from("/to-missing").rewrite("/missing"), Rule.from("/to-servlet").rewrite("/servlet/info?x=1"),
				Rule.from("/moved/{*rest}").redirect("/new/{*rest}"), Rule.from("/self").redirect("/self").id("self"),
				Rule.from("/gone").respond(410),
				Rule.from("/by-language").header("Accept-Language", "de*").redirect("/de").cache("1m"),
				Rule.from("/{*rest}").fallback().redirect("https://archive.example.com/{*rest}").status(301));
	}

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> encodedSlashes() {
		return (factory) -> factory
			.addConnectorCustomizers((connector) -> connector.setEncodedSolidusHandling("passthrough"));
	}

	@Bean
	ServletRegistrationBean<HttpServlet> servlet() {
		ServletRegistrationBean<HttpServlet> registration = new ServletRegistrationBean<>(new PlainServlet(),
				"/servlet/*");
		registration.setAsyncSupported(true);
		return registration;
	}

	/** What a request looks like in every accessor. */
	static Map<String, Object> echo(HttpServletRequest request) {
		Map<String, Object> echo = new LinkedHashMap<>();
		echo.put("method", request.getMethod());
		echo.put("uri", request.getRequestURI());
		echo.put("url", request.getRequestURL().toString());
		echo.put("contextPath", request.getContextPath());
		echo.put("servletPath", request.getServletPath());
		echo.put("pathInfo", request.getPathInfo());
		echo.put("query", request.getQueryString());
		echo.put("dispatcherType", request.getDispatcherType());
		echo.put("original", request.getAttribute(RerouteFilter.ORIGINAL_URI));
		echo.put("locale", request.getLocale().toString());
		Map<String, Object> params = new LinkedHashMap<>();
		Collections.list(request.getParameterNames())
			.forEach((name) -> params.put(name, List.of(request.getParameterValues(name))));
		echo.put("params", params);
		Map<String, Object> headers = new LinkedHashMap<>();
		for (String name : Collections.list(request.getHeaderNames())) {
			headers.put(name.toLowerCase(Locale.ROOT), new ArrayList<>(Collections.list(request.getHeaders(name))));
		}
		echo.put("headers", headers);
		return echo;
	}

	@RestController
	static class EchoController {

		@RequestMapping({ "/new/**", "/de" })
		Map<String, Object> any(HttpServletRequest request) {
			return echo(request);
		}

		@GetMapping("/async/**")
		Callable<Map<String, Object>> async(HttpServletRequest request) {
			return () -> echo(request);
		}

		@GetMapping("/async-missing")
		Callable<ResponseEntity<String>> asyncMissing() {
			return () -> ResponseEntity.status(HttpStatus.NOT_FOUND).body("nothing here");
		}

		@PostMapping("/upload")
		Map<String, Object> upload(@RequestParam("file") MultipartFile file, @RequestParam("q") List<String> q)
				throws IOException {
			return Map.of("size", file.getBytes().length, "q", q);
		}

		@PostMapping("/size")
		int size(@RequestBody byte[] body) {
			return body.length;
		}

		@GetMapping("/missing")
		String missing() {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}

		@GetMapping("/missing-with-body")
		ResponseEntity<String> missingWithBody() {
			return ResponseEntity.status(HttpStatus.NOT_FOUND).header("X-App", "1").body("nothing here");
		}

		@GetMapping("/teapot")
		ResponseEntity<String> teapot() {
			return ResponseEntity.status(418).body("short and stout");
		}

	}

	@Controller
	static class ForwardController {

		@GetMapping("/forward")
		String forward() {
			return "forward:/new/forwarded?b=2";
		}

	}

	/** Behind a mapping with a path, and asynchronous without Spring. */
	static class PlainServlet extends HttpServlet {

		@Override
		protected void doGet(HttpServletRequest request, HttpServletResponse response)
				throws ServletException, IOException {
			if ("/second-thoughts".equals(request.getPathInfo())) {
				response.setStatus(404);
				PrintWriter writer = response.getWriter();
				writer.print("not there");
				response.setStatus(200);
				writer.print("there it is");
				return;
			}
			if ("/raw-async".equals(request.getPathInfo()) && !request.isAsyncStarted()
					&& request.getAttribute("again") == null) {
				request.setAttribute("again", true);
				AsyncContext async = request.startAsync();
				async.dispatch();
				return;
			}
			response.setContentType("text/plain");
			response.getWriter()
				.print(request.getServletPath() + " " + request.getPathInfo() + " " + request.getRequestURI() + " "
						+ request.getParameter("x"));
		}

	}

}
