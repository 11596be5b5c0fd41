package dev.atelier.kit.security;

import dev.atelier.kit.problem.Forbidden;
import java.util.List;

/**
 * The service that makes a request on {@code /internal}; a controller argument.
 *
 * @param name its client id, such as {@code notification-service}
 */
public record CallingService(String name) {
    /**
     * Restricts a route to one service.
     *
     * @throws Forbidden where another service calls
     */
    public void require(String only) {
        requireAnyOf(only);
    }

    /**
     * Restricts a route to some services.
     *
     * @throws Forbidden where another service calls
     */
    public void requireAnyOf(String... some) {
        if (!List.of(some).contains(name)) {
            throw new Forbidden();
        }
    }
}
