package dev.atelier.stack.rotation;

import java.util.Optional;

/** A running service that reads the master keys when it starts. */
interface MasterKeyHolder {

    String name();

    /** Restarts the service, which then reads the key file; returns when it is ready. */
    void restart() throws InterruptedException;

    /** Returns the status; empty if the service does not answer. */
    Optional<ServiceMasterKeyStatus> status();
}
