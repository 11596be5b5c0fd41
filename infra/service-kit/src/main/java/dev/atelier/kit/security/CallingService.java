package dev.atelier.kit.security;

import dev.atelier.kit.web.Forbidden;

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
        if (!name.equals(only)) {
            throw new Forbidden();
        }
    }
}
