package dev.atelier.backing;

import java.util.OptionalLong;

/**
 * A running backing service. Closing it stops it; its data stays in the folder of its {@link BackingServiceOptions}.
 */
public interface BackingService extends AutoCloseable {

    /** The name for messages: {@code MongoDB}, {@code Kafka}, {@code Keycloak}, {@code Mail catcher}. */
    String name();

    /** How it is run. */
    ServiceOrigin source();

    /** The process id; empty if another machine, a container or this JVM runs it. */
    OptionalLong pid();

    /** Whether it may still be running; always true for a given address. */
    boolean alive();

    /**
     * Kills it as {@code kill -9} does, for failure tests; throws {@link UnsupportedOperationException} for a given
     * address.
     */
    void kill();

    /** Restarts it with the same data and port after {@link #kill()} or {@link #stop()}. */
    void restart();

    /** Stops it in order. Does nothing if it has ended already or has a given address. */
    void stop();

    @Override
    default void close() {
        stop();
    }

    /** The three ways to get a backing service, in the order they are tried. */
    enum ServiceOrigin {
        GIVEN,
        PROCESS,
        CONTAINER
    }
}
