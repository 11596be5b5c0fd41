package dev.atelier.workspace.member;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.http.InternalClientFactory;
import dev.atelier.kit.responsibility.ResponsibilityList;
import dev.atelier.kit.responsibility.ResponsibilityService;
import dev.atelier.workspace.membership.MembershipStore;
import dev.atelier.workspace.workspace.WorkspaceStore;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lists what a manager is responsible for. Requests it from every service that stores such things. */
@Component
class ListResponsibilities {
    private static final List<String> OTHERS = List.of("identity-service", "notification-service", "agent-run-service");

    private final WorkspaceStore workspaceStore;
    private final MembershipStore membershipStore;
    private final ResponsibilityService responsibilityService;
    private final InternalClientFactory services;

    ListResponsibilities(
            WorkspaceStore workspaceStore,
            MembershipStore membershipStore,
            ResponsibilityService responsibilityService,
            InternalClientFactory services) {
        this.workspaceStore = workspaceStore;
        this.membershipStore = membershipStore;
        this.responsibilityService = responsibilityService;
        this.services = services;
    }

    /**
     * For the manager and the member whom the management is offered to.
     *
     * @throws dev.atelier.kit.http.ServiceUnavailable if one of the services does not answer
     */
    ResponsibilityList ofManager(WorkspaceId workspace, UserId reader) {
        membershipStore.require(workspace, reader);
        workspaceStore.requireManagerOrOffered(workspace, reader);
        var manager = workspaceStore.manager(workspace);
        return OTHERS.stream()
                .map(service -> request(service, workspace, manager))
                .reduce(responsibilityService.listFor(workspace, manager), ResponsibilityList::and);
    }

    private ResponsibilityList request(String service, WorkspaceId workspace, UserId member) {
        return services.clientFor(service)
                .asService()
                .get("/internal/workspaces/{workspaceId}/responsibilities", workspace)
                .query("member", member)
                .retrieve(ResponsibilityList.class);
    }
}
