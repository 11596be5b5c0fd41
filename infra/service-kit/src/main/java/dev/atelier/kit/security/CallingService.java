package dev.atelier.kit.security;

import dev.atelier.kit.problem.Forbidden;
import java.util.List;

/**
 * The service that asks on {@code /internal}; a controller's argument.
 *
 * @param name its client id, {@code notification-service}
 */
public record CallingService(String name) {
    /**
     * Keeps a route for one service.
     *
     * @throws Forbidden where another one asks
     */
    public void mustBe(String only) {
        mustBeOneOf(only);
    }

    /**
     * Keeps a route for some services.
     *
     * @throws Forbidden where another one asks
     */
    public void mustBeOneOf(String... some) {
        if (!List.of(some).contains(name)) {
            throw new Forbidden();
        }
    }
}
