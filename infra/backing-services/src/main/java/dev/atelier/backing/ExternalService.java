package dev.atelier.backing;

import java.util.OptionalLong;

/** A backing service at a given address: it is assumed to run, and is never stopped here. */
public interface ExternalService extends BackingService {
    @Override
    default ServiceOrigin source() {
        return ServiceOrigin.GIVEN;
    }

    @Override
    default OptionalLong pid() {
        return OptionalLong.empty();
    }

    @Override
    default boolean alive() {
        return true;
    }

    @Override
    default void kill() {
        throw new UnsupportedOperationException(name() + " has a given address and cannot be killed");
    }

    @Override
    default void restart() {
        throw new UnsupportedOperationException(name() + " has a given address and cannot be restarted");
    }

    @Override
    default void stop() {
        // An external service is not stopped.
    }
}
