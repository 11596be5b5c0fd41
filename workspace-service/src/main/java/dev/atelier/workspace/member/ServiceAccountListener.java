package dev.atelier.workspace.member;

import dev.atelier.events.ServiceAccountEvent.ServiceAccountCreated;
import dev.atelier.events.ServiceAccountEvent.ServiceAccountRevoked;
import dev.atelier.kit.inbox.EventListener;
import org.springframework.stereotype.Component;

/** Service accounts are members of their workspace for as long as they last (I12). */
@Component
class ServiceAccountListener implements EventListener {
    private final Departures departures;
    private final Arrivals arrivals;

    ServiceAccountListener(Departures departures, Arrivals arrivals) {
        this.departures = departures;
        this.arrivals = arrivals;
    }

    void on(ServiceAccountCreated created) {
        arrivals.admit(created.workspaceId(), created.accountId());
    }

    void on(ServiceAccountRevoked revoked) {
        var by = revoked.by() == null ? revoked.accountId() : revoked.by();
        departures.dismiss(revoked.workspaceId(), revoked.accountId(), by);
    }
}
