package dev.atelier.kit.outbox;

import dev.atelier.kit.mongo.LeaseStore;
import java.time.Duration;

/** The period in which this instance is the relay. It ends when the lease expires or another relay fences this one. */
final class LeaseHold {
    private final LeaseStore leaseStore;
    private final Duration length;
    private volatile LeaseStore.GrantedLease grant;
    private volatile boolean over;

    LeaseHold(LeaseStore leaseStore, LeaseStore.GrantedLease grantedLease, Duration length) {
        this.leaseStore = leaseStore;
        this.grant = grantedLease;
        this.length = length;
    }

    boolean isActive() {
        return !over && grant.isValidFor(Duration.ZERO);
    }

    void end() {
        over = true;
    }

    /** Renews the lease when less than two thirds of it are left; ends the period where the lease was lost. */
    void renew() {
        if (over || grant.isValidFor(length.multipliedBy(2).dividedBy(3))) {
            return;
        }
        var first = grant.token();
        leaseStore
                .acquire(grant.name(), length)
                .filter(renewed -> renewed.token() == first)
                .ifPresentOrElse(renewed -> grant = renewed, this::end);
    }

    /** Ends the period and releases the lease, so that another instance can acquire it. */
    void release() {
        end();
        leaseStore.release(grant);
    }
}
