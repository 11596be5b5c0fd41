package dev.atelier.workspace.project;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.workspace.membership.MembershipStore;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The members' operations on projects (W3). Each relies on the membership of the caller. */
@Component
class ProjectService {
    private final ProjectStore projectStore;
    private final MembershipStore membershipStore;
    private final ProjectLimits limits;
    private final TransactionRunner transactionRunner;
    private final Clock clock;

    ProjectService(
            ProjectStore projectStore,
            MembershipStore membershipStore,
            ProjectLimits limits,
            TransactionRunner transactionRunner,
            Clock clock) {
        this.projectStore = projectStore;
        this.membershipStore = membershipStore;
        this.limits = limits;
        this.transactionRunner = transactionRunner;
        this.clock = clock;
    }

    /** Creates a project; any member may. The creator becomes a participant. */
    Project begin(WorkspaceId workspace, String name, UserId by) {
        return transactionRunner.call(() -> {
            membershipStore.rely(workspace, by);
            limits.requireRoom(workspace);
            limits.requireRoom(workspace, by);
            return projectStore.begin(
                    Project.begin(workspace, name, by, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        });
    }

    /** Renames a project; without a name it stays unchanged. */
    Project rename(WorkspaceId workspace, ProjectId id, @Nullable String name, ExpectedVersion expected, UserId by) {
        return transactionRunner.call(() -> {
            var project = projectStore.demand(workspace, id, by).project();
            membershipStore.rely(workspace, by);
            expected.check(project.shownVersion(), List.of("name"), List.of(project.lastChangedBy()));
            return projectStore.store(project, project.rename(name == null ? project.name() : name.strip(), by));
        });
    }

    void bringIn(WorkspaceId workspace, ProjectId id, UserId member, UserId by) {
        transactionRunner.run(() -> {
            var project = projectStore.demand(workspace, id, by).project();
            membershipStore.rely(workspace, by);
            if (membershipStore.lasting(workspace, member).isEmpty()) {
                throw new ParticipantNotInWorkspace();
            }
            membershipStore.rely(workspace, member);
            if (!project.has(member)) {
                limits.requireRoom(workspace, member);
            }
            projectStore.store(project, project.bringIn(member, by));
        });
    }

    /** Relies on the membership too, so that writes that depend on the participation conflict with leaving. */
    void leave(WorkspaceId workspace, ProjectId id, UserId participant) {
        transactionRunner.run(() -> {
            var project = projectStore.demand(workspace, id, participant).project();
            membershipStore.rely(workspace, participant);
            projectStore.end(project.leave(participant), participant, participant);
        });
    }

    /** Removes another participant; relies on their membership too, as leaving does. */
    void remove(WorkspaceId workspace, ProjectId id, UserId participant, UserId by) {
        transactionRunner.run(() -> {
            var readableProject = projectStore.demand(workspace, id, by);
            var removed = readableProject.project().remove(participant, by, readableProject.manager());
            membershipStore.rely(workspace, by);
            membershipStore.relyOnAll(workspace, List.of(participant));
            projectStore.end(removed, participant, by);
        });
    }
}
