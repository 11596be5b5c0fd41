package dev.atelier.backing.container;

import dev.atelier.backing.BackingService;
import java.util.OptionalLong;

/** A part that a container runs. */
public interface ContainedService extends BackingService {
    /** The one that does. */
    Container container();

    @Override
    default Way way() {
        return Way.CONTAINER;
    }

    @Override
    default OptionalLong pid() {
        return OptionalLong.empty();
    }

    @Override
    default boolean alive() {
        return container().alive();
    }

    @Override
    default void kill() {
        container().kill();
    }

    @Override
    default void restart() {
        container().restart();
    }

    @Override
    default void stop() {
        container().stop();
    }
}
