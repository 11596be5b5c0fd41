package dev.atelier.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.DomainEvent;
import dev.atelier.events.EntityState;
import dev.atelier.events.MembershipState;
import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.ProjectState;
import dev.atelier.events.UserState;
import dev.atelier.events.WorkspaceState;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import dev.atelier.kit.state.StateProjection;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.web.client.RestClient;

/** People and projects whose states arrive over Kafka, as in production. */
@TestComponent
class TestDataFactory {
    private final Environment environment;
    private final Outbox outbox;
    private final TransactionRunner transactionRunner;
    private final StateProjection<MembershipState> memberships;
    private final StateProjection<UserState> users;
    private final StateProjection<ProjectState> projects;

    TestDataFactory(
            Environment environment,
            Outbox outbox,
            TransactionRunner transactionRunner,
            StateProjection<MembershipState> memberships,
            StateProjection<UserState> users,
            StateProjection<ProjectState> projects) {
        this.environment = environment;
        this.outbox = outbox;
        this.transactionRunner = transactionRunner;
        this.memberships = memberships;
        this.users = users;
        this.projects = projects;
    }

    /** Creates a workspace with a manager, a member in its only project, and a member outside the project. */
    TestWorkspace place() {
        var workspace = WorkspaceId.next();
        var project = ProjectId.next();
        var manager = user("Lea");
        var member = user("Noah");
        var outside = user("Olga");
        say(new WorkspaceState(workspace, "Bakery", "en", manager, false, 1));
        say(new ProjectState(workspace, project, "Crème brûlée", Set.of(member), false, 1));
        say(new MembershipState(workspace, manager, WorkspaceRole.MANAGER, Instant.EPOCH, false, 1));
        say(new MembershipState(workspace, member, WorkspaceRole.MEMBER, Instant.EPOCH, false, 1));
        var last = new MembershipState(workspace, outside, WorkspaceRole.MEMBER, Instant.EPOCH, false, 1);
        say(last);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> memberships.find(last.key()).isPresent()
                        && projects.find(project.toString()).isPresent()
                        && users.find(outside.toString()).isPresent());
        return new TestWorkspace(workspace, project, manager, member, outside);
    }

    UserId user(String name) {
        var id = new UserId(UUID.randomUUID());
        say(new UserState(
                id,
                name,
                "Müller",
                name + "@bakery.example",
                true,
                false,
                "en",
                "Europe/Paris",
                null,
                null,
                null,
                false,
                1));
        return id;
    }

    void remove(TestWorkspace testWorkspace, UserId member) {
        var ended =
                new MembershipState(testWorkspace.workspace(), member, WorkspaceRole.MEMBER, Instant.EPOCH, true, 2);
        say(ended);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> memberships.find(ended.key()).isEmpty());
    }

    /** Removes the participant from the project; they remain a member of the workspace. */
    void leave(TestWorkspace testWorkspace, UserId participant) {
        say(new ProjectState(testWorkspace.workspace(), testWorkspace.project(), "Crème brûlée", Set.of(), false, 2));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> projects.find(testWorkspace.project().toString())
                        .filter(state -> !state.participants().contains(participant))
                        .isPresent());
    }

    void say(EntityState state) {
        transactionRunner.run(() -> outbox.append(state));
    }

    void say(DomainEvent event, long sequence) {
        transactionRunner.run(() -> outbox.append(event, sequence));
    }

    TestUser as(UserId user) {
        return new TestUser(
                RestClient.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port")), user);
    }

    /** Returns the report after it has ended. */
    TestUser.TestResponse ended(TestUser testUser, String path) {
        return await().atMost(Duration.ofSeconds(60)).until(() -> testUser.get(path), testResponse -> {
            assertThat(testResponse.status()).as(testResponse.text()).isEqualTo(200);
            return !testResponse.json().path("state").asString().equals("REQUESTED");
        });
    }

    /** The result of {@link #place()}. */
    record TestWorkspace(WorkspaceId workspace, ProjectId project, UserId manager, UserId member, UserId outside) {
        String reports() {
            return "/api/workspaces/" + workspace + "/reports";
        }
    }
}
