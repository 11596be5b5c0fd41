package dev.atelier.workspace.project;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.workspace.membership.Memberships;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What members do with projects (W3). Everything relies on the membership of whoever does it. */
@Component
class Participation {
    private final Projects projects;
    private final Memberships memberships;
    private final ProjectLimits limits;
    private final Transactions transactions;
    private final Clock clock;

    Participation(
            Projects projects, Memberships memberships, ProjectLimits limits, Transactions transactions, Clock clock) {
        this.projects = projects;
        this.memberships = memberships;
        this.limits = limits;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Any member begins a project, and takes part in it. */
    Project begin(WorkspaceId workspace, String name, UserId by) {
        return transactions.call(() -> {
            memberships.rely(workspace, by);
            limits.requireRoom(workspace);
            limits.requireRoom(workspace, by);
            return projects.begin(
                    Project.begin(workspace, name, by, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        });
    }

    /** Gives a project the name; without one it stays as it is. */
    Project rename(WorkspaceId workspace, ProjectId id, @Nullable String name, ExpectedVersion expected, UserId by) {
        return transactions.call(() -> {
            var project = projects.demand(workspace, id, by).project();
            memberships.rely(workspace, by);
            expected.check(project.shownVersion(), List.of("name"), List.of(project.lastChangedBy()));
            return projects.store(project, project.rename(name == null ? project.name() : name.strip(), by));
        });
    }

    void bringIn(WorkspaceId workspace, ProjectId id, UserId member, UserId by) {
        transactions.run(() -> {
            var project = projects.demand(workspace, id, by).project();
            memberships.rely(workspace, by);
            if (memberships.lasting(workspace, member).isEmpty()) {
                throw new NoFellowMember();
            }
            memberships.rely(workspace, member);
            if (!project.has(member)) {
                limits.requireRoom(workspace, member);
            }
            projects.store(project, project.bringIn(member, by));
        });
    }

    /** Relies on the membership too, so that what is written on the strength of taking part collides with it. */
    void leave(WorkspaceId workspace, ProjectId id, UserId participant) {
        transactions.run(() -> {
            var project = projects.demand(workspace, id, participant).project();
            memberships.rely(workspace, participant);
            projects.end(project.leave(participant), participant, participant);
        });
    }

    /** Takes somebody else off; relies on their membership too, as in leaving. */
    void remove(WorkspaceId workspace, ProjectId id, UserId participant, UserId by) {
        transactions.run(() -> {
            var seen = projects.demand(workspace, id, by);
            var removed = seen.project().remove(participant, by, seen.manager());
            memberships.rely(workspace, by);
            memberships.relyOnAll(workspace, List.of(participant));
            projects.end(removed, participant, by);
        });
    }
}
