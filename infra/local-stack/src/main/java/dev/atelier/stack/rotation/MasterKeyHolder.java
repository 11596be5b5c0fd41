package dev.atelier.stack.rotation;

import java.util.Optional;

/** A running service that was given the master keys when it started. */
interface MasterKeyHolder {

    String name();

    /** Returns once it is ready again, with the keys as they were in the file when it started. */
    void restart() throws InterruptedException;

    /** Empty while it does not answer. */
    Optional<MasterKeyStatus> status();
}
