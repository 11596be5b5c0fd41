package dev.atelier.backing;

import java.util.OptionalLong;

/** A running part that the services stand on. Closing it stops it; its data stays where its {@link BackingServiceOptions} says. */
public interface BackingService extends AutoCloseable {

    /** What people call it: {@code MongoDB}, {@code Kafka}, {@code Keycloak}, {@code Mail catcher}. */
    String name();

    /** How it came to be. */
    ServiceOrigin way();

    /** The operating system's number of the process; empty when another machine, a container or this JVM runs it. */
    OptionalLong pid();

    /** Whether it can still be running; a given address is always taken for alive. */
    boolean alive();

    /** Ends it at once as {@code kill -9} does, for tests of failure; a given address refuses with {@link UnsupportedOperationException}. */
    void kill();

    /** Starts it again on the same data and the same port after {@link #kill()} or {@link #stop()}. */
    void restart();

    /** Ends it in order. Does nothing when it has ended already or was given. */
    void stop();

    @Override
    default void close() {
        stop();
    }

    /** The three ways to get a part, in the order they are tried. */
    enum ServiceOrigin {
        GIVEN,
        PROCESS,
        CONTAINER
    }
}
