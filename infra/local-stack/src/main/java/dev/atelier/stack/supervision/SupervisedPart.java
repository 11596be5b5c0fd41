package dev.atelier.stack.supervision;

import java.nio.file.Path;
import java.util.OptionalLong;

/** A process of the stack that the supervisor restarts. */
public interface SupervisedPart {

    /** The part's name in commands: {@code mongodb}, {@code workspace-service}. */
    String name();

    String address();

    Path log();

    OptionalLong pid();

    boolean alive();

    /** Whether it has ended because somebody asked it to, and not died. */
    default boolean endedInOrder() {
        return false;
    }

    void kill();

    /** Restarts the part and returns when it is ready. */
    void restart();

    void stop();
}
