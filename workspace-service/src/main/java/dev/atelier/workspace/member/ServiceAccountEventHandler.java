package dev.atelier.workspace.member;

import dev.atelier.events.ServiceAccountEvent.ServiceAccountCreated;
import dev.atelier.events.ServiceAccountEvent.ServiceAccountRevoked;
import dev.atelier.kit.inbox.DomainEventHandler;
import org.springframework.stereotype.Component;

/** Keeps service accounts members of their workspace as long as they exist. */
@Component
class ServiceAccountEventHandler implements DomainEventHandler {
    private final RemoveMember removeMember;
    private final AdmitServiceAccount admitServiceAccount;

    ServiceAccountEventHandler(RemoveMember removeMember, AdmitServiceAccount admitServiceAccount) {
        this.removeMember = removeMember;
        this.admitServiceAccount = admitServiceAccount;
    }

    void on(ServiceAccountCreated created) {
        admitServiceAccount.admit(created.workspaceId(), created.accountId());
    }

    void on(ServiceAccountRevoked revoked) {
        var by = revoked.by() == null ? revoked.accountId() : revoked.by();
        removeMember.removeRevoked(revoked.workspaceId(), revoked.accountId(), by);
    }
}
