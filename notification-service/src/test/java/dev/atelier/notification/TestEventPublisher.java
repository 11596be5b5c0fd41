package dev.atelier.notification;

import static org.awaitility.Awaitility.await;

import dev.atelier.events.AgentRunEvent.RunQueued;
import dev.atelier.events.AgentRunEvent.RunStarted;
import dev.atelier.events.DomainEvent;
import dev.atelier.events.EntityState;
import dev.atelier.events.MembershipState;
import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.WorkspaceState;
import dev.atelier.events.id.AgentId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import dev.atelier.kit.problem.NotFound;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.web.client.RestClient;

/** Publishes events of the other services through real Kafka. */
@TestComponent
class TestEventPublisher {
    static final Duration TIMEOUT = Duration.ofSeconds(40);

    private final Environment environment;
    private final Outbox outbox;
    private final TransactionRunner transactionRunner;
    private final WorkspaceAuthorization workspaceAuthorization;

    TestEventPublisher(
            Environment environment,
            Outbox outbox,
            TransactionRunner transactionRunner,
            WorkspaceAuthorization workspaceAuthorization) {
        this.environment = environment;
        this.outbox = outbox;
        this.transactionRunner = transactionRunner;
        this.workspaceAuthorization = workspaceAuthorization;
    }

    TestUser person() {
        var http = RestClient.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"));
        return TestUser.of(http, new UserId(UUID.randomUUID()));
    }

    /** Creates a workspace with a manager and a member and waits until the service knows it. */
    TestWorkspace createWorkspace() {
        var testWorkspace = new TestWorkspace(this, WorkspaceId.next(), person(), person());
        publish(new WorkspaceState(
                testWorkspace.id(), "Studio", "en", testWorkspace.manager().id(), false, 1));
        publish(new MembershipState(
                testWorkspace.id(), testWorkspace.manager().id(), WorkspaceRole.MANAGER, Instant.EPOCH, false, 1));
        publish(new MembershipState(
                testWorkspace.id(), testWorkspace.member().id(), WorkspaceRole.MEMBER, Instant.EPOCH, false, 1));
        await().atMost(TIMEOUT).ignoreException(NotFound.class).until(() -> {
            workspaceAuthorization.requireMember(
                    testWorkspace.id(), testWorkspace.member().id());
            return workspaceAuthorization
                    .requireManager(testWorkspace.id(), testWorkspace.manager().id())
                    .manager();
        });
        return testWorkspace;
    }

    void publish(EntityState state) {
        transactionRunner.run(() -> outbox.append(state));
    }

    void publishFirst(DomainEvent event, long sequence) {
        transactionRunner.run(() -> outbox.append(event, sequence));
    }

    /** Publishes the first events of several subjects together. */
    void publishAll(List<? extends DomainEvent> events) {
        transactionRunner.run(() -> events.forEach(event -> outbox.append(event, 1)));
    }

    /** A workspace and its members. */
    record TestWorkspace(TestEventPublisher town, WorkspaceId id, TestUser manager, TestUser member) {
        String endpoints() {
            return "/api/workspaces/" + id + "/webhook-endpoints";
        }

        /** Creates an endpoint for runs and gives its secret to the consumer; returns the endpoint's path. */
        String createEndpoint(FakeWebhookConsumer consumer) {
            var created = manager.post(endpoints(), Map.of("url", consumer.url(), "events", List.of("agent-run.run-*")))
                    .expect(201);
            consumer.verifyWith(created.get("secret"));
            return endpoints() + "/" + created.id();
        }

        /** The manager hands over to the member. */
        void handOver() {
            town.publish(new WorkspaceState(id, "Studio", "en", member.id(), false, 2));
            town.publish(new MembershipState(id, manager.id(), WorkspaceRole.MEMBER, Instant.EPOCH, false, 2));
            town.publish(new MembershipState(id, member.id(), WorkspaceRole.MANAGER, Instant.EPOCH, false, 2));
            await().atMost(TIMEOUT)
                    .until(() -> member.get(endpoints()).status() == 200
                            && town.workspaceAuthorization.managerOf(id).equals(member.id()));
        }

        /** Removes the first manager from the workspace. */
        void removeFirstManager() {
            town.publish(new MembershipState(id, manager.id(), WorkspaceRole.MEMBER, Instant.EPOCH, true, 3));
        }

        /** Publishes that a run was queued, and then that it was started. */
        RunId publishRun() {
            var run = RunId.next();
            queued(run);
            town.publishFirst(new RunStarted(id, run, ProjectId.next()), 2);
            return run;
        }

        void queued(RunId run) {
            town.publishFirst(
                    new RunQueued(id, run, ProjectId.next(), AgentId.next(), "Weekly status", 1, manager.id()), 1);
        }
    }
}
