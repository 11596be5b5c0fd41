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

/** The members' operations on projects. Each relies on the membership of the caller. */
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
    Project create(WorkspaceId workspace, String name, UserId by) {
        return transactionRunner.call(() -> {
            membershipStore.lockMembership(workspace, by);
            limits.requireWithinLimit(workspace);
            limits.requireWithinLimit(workspace, by);
            return projectStore.saveAndPublish(
                    Project.create(workspace, name, by, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        });
    }

    /** Renames a project; without a name it stays unchanged. */
    Project rename(WorkspaceId workspace, ProjectId id, @Nullable String name, ExpectedVersion expected, UserId by) {
        return transactionRunner.call(() -> {
            var project = projectStore.require(workspace, id, by).project();
            membershipStore.lockMembership(workspace, by);
            expected.check(project.shownVersion(), List.of("name"), List.of(project.lastChangedBy()));
            return projectStore.store(project, project.rename(name == null ? project.name() : name.strip(), by));
        });
    }

    void addParticipant(WorkspaceId workspace, ProjectId id, UserId member, UserId by) {
        transactionRunner.run(() -> {
            var project = projectStore.require(workspace, id, by).project();
            membershipStore.lockMembership(workspace, by);
            if (membershipStore.find(workspace, member).isEmpty()) {
                throw new ParticipantNotInWorkspace();
            }
            membershipStore.lockMembership(workspace, member);
            if (!project.hasParticipant(member)) {
                limits.requireWithinLimit(workspace, member);
            }
            projectStore.store(project, project.addParticipant(member, by));
        });
    }

    /** Relies on the membership too, so that writes that depend on the participation conflict with leaving. */
    void leave(WorkspaceId workspace, ProjectId id, UserId participant) {
        transactionRunner.run(() -> {
            var project = projectStore.require(workspace, id, participant).project();
            membershipStore.lockMembership(workspace, participant);
            projectStore.end(project.leave(participant), participant, participant);
        });
    }

    /** Removes another participant; relies on their membership too, as leaving does. */
    void removeParticipant(WorkspaceId workspace, ProjectId id, UserId participant, UserId by) {
        transactionRunner.run(() -> {
            var readableProject = projectStore.require(workspace, id, by);
            var removed = readableProject.project().removeParticipant(participant, by, readableProject.manager());
            membershipStore.lockMembership(workspace, by);
            membershipStore.lockMemberships(workspace, List.of(participant));
            projectStore.end(removed, participant, by);
        });
    }
}
