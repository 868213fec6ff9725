package dev.reroute.servlet;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.reroute.app.DemoTest;

import org.springframework.boot.test.context.SpringBootTest;

/**
 * The {@link EchoApplication} on a free port, without Spring Security.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = EchoApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { DemoTest.WITHOUT_SECURITY, "spring.config.location=optional:classpath:/none/",
				"spring.servlet.multipart.max-file-size=20MB", "spring.servlet.multipart.max-request-size=20MB",
				"server.tomcat.max-swallow-size=-1" })
@interface EchoTest {

}
