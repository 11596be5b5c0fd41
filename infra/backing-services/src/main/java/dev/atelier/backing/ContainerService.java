package dev.atelier.backing;

import java.util.OptionalLong;

/** A backing service in a container. */
public interface ContainerService extends BackingService {
    /** The container. */
    DockerContainer container();

    @Override
    default ServiceOrigin source() {
        return ServiceOrigin.CONTAINER;
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
