/**
 * What an operator sees through Spring Boot's actuator: the endpoint {@code reroute}, the
 * health of the rules, and meters. Nothing of a request is shown, and nothing can be
 * changed.
 */
@NullMarked
package dev.reroute.actuate;

import org.jspecify.annotations.NullMarked;
