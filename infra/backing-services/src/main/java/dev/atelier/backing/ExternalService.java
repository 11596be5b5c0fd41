package dev.atelier.backing;

import java.util.OptionalLong;

/** A part that somebody else runs: it is taken for alive, and not ours to end. */
public interface ExternalService extends BackingService {
    @Override
    default ServiceOrigin way() {
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
        throw new UnsupportedOperationException(name() + " was given and is not ours to kill");
    }

    @Override
    default void restart() {
        throw new UnsupportedOperationException(name() + " was given and is not ours to restart");
    }

    @Override
    default void stop() {
        // Not ours to stop.
    }
}
