package dev.reroute.app;

import io.swagger.v3.oas.models.ExternalDocumentation;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import jakarta.servlet.ServletContext;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Demo
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

	@Bean
	OpenAPI openApi(ServletContext servletContext) {
		String tour = servletContext.getContextPath() + "/tour";
		Info info = new Info().title("Reroute")
			.version("v1")
			.description("Answers old URLs, by redirecting and by rewriting. New here? [Take the tour](" + tour + ").");
		return new OpenAPI().info(info).externalDocs(new ExternalDocumentation().description("The tour").url(tour));
	}

}
