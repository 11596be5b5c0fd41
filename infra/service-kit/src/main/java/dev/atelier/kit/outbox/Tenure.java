package dev.atelier.kit.outbox;

import dev.atelier.kit.mongo.Leases;
import java.time.Duration;

/** The time in which this instance is the relay: as long as its lease, and no longer once another one fenced it. */
final class Tenure {
    private final Leases leases;
    private final Duration length;
    private volatile Leases.Grant grant;
    private volatile boolean over;

    Tenure(Leases leases, Leases.Grant grant, Duration length) {
        this.leases = leases;
        this.grant = grant;
        this.length = length;
    }

    boolean lasts() {
        return !over && grant.lastsFor(Duration.ZERO);
    }

    void end() {
        over = true;
    }

    /** Keeps the lease where less than two thirds of it are left; ends the tenure where it was lost. */
    void renew() {
        if (over || grant.lastsFor(length.multipliedBy(2).dividedBy(3))) {
            return;
        }
        var first = grant.token();
        leases.take(grant.name(), length)
                .filter(renewed -> renewed.token() == first)
                .ifPresentOrElse(renewed -> grant = renewed, this::end);
    }

    /** Lets another instance in. */
    void release() {
        end();
        leases.release(grant);
    }
}
