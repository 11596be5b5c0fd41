package dev.atelier.workspace.member;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.http.InternalClients;
import dev.atelier.kit.responsibility.Responsibilities;
import dev.atelier.kit.responsibility.ResponsibilityList;
import dev.atelier.workspace.membership.Memberships;
import dev.atelier.workspace.workspace.Workspaces;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a manager is responsible for, asked of every service that holds such things. */
@Component
class ListResponsibilities {
    private static final List<String> OTHERS = List.of("identity-service", "notification-service", "agent-run-service");

    private final Workspaces workspaces;
    private final Memberships memberships;
    private final Responsibilities responsibilities;
    private final InternalClients services;

    ListResponsibilities(
            Workspaces workspaces,
            Memberships memberships,
            Responsibilities responsibilities,
            InternalClients services) {
        this.workspaces = workspaces;
        this.memberships = memberships;
        this.responsibilities = responsibilities;
        this.services = services;
    }

    /**
     * For the manager and for whom the management is offered to.
     *
     * @throws dev.atelier.kit.http.ServiceUnavailable where one of the services does not answer
     */
    ResponsibilityList ofManager(WorkspaceId workspace, UserId reader) {
        memberships.demand(workspace, reader);
        workspaces.demandHandingOver(workspace, reader);
        var manager = workspaces.manager(workspace);
        return OTHERS.stream()
                .map(service -> ask(service, workspace, manager))
                .reduce(responsibilities.of(workspace, manager), ResponsibilityList::and);
    }

    private ResponsibilityList ask(String service, WorkspaceId workspace, UserId member) {
        return services.to(service)
                .asItself()
                .get("/internal/workspaces/{w}/responsibilities", workspace)
                .query("member", member)
                .as(ResponsibilityList.class);
    }
}
