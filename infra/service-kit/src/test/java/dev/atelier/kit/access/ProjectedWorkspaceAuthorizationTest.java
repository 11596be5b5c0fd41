package dev.atelier.kit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.EntityState;
import dev.atelier.events.MembershipState;
import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.ProjectState;
import dev.atelier.events.WorkspaceState;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.state.EntityStateHandler;
import dev.atelier.testkit.RealKafka;
import dev.atelier.testkit.RealMongo;
import dev.atelier.testkit.tokens.TrustTestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

@RealMongo
@RealKafka
@TrustTestTokens
@SpringBootTest(
        classes = ProjectedWorkspaceAuthorizationTest.AuthorizationApplication.class,
        properties = "spring.application.name=access-test")
class ProjectedWorkspaceAuthorizationTest {
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class AuthorizationApplication {
        @Bean
        RunCancellingHandler endingRuns(MongoTemplate mongo) {
            return new RunCancellingHandler(mongo);
        }
    }

    /** Cancels the runs of a removed member, as a service would do. */
    static class RunCancellingHandler implements EntityStateHandler<MembershipState> {
        private final MongoTemplate mongo;

        RunCancellingHandler(MongoTemplate mongo) {
            this.mongo = mongo;
        }

        @Override
        public void handleChange(@Nullable MembershipState before, MembershipState after) {
            if (after.ended()) {
                mongo.getCollection("runs")
                        .updateMany(
                                new Document("by", after.userId().value()),
                                new Document("$set", new Document("cancelled", true)));
            }
        }
    }

    @Autowired
    private WorkspaceAuthorization access;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionRunner transactions;

    @Autowired
    private MongoTemplate mongo;

    private final WorkspaceId workspace = WorkspaceId.next();
    private final ProjectId project = ProjectId.next();
    private final UserId lea = new UserId(UUID.randomUUID());
    private final UserId noah = new UserId(UUID.randomUUID());
    private final UserId mia = new UserId(UUID.randomUUID());

    @BeforeEach
    void leaManagesNoahTakesPartAndMiaIsAMember() {
        publish(new WorkspaceState(workspace, "Studio", "en", lea, false, 1));
        publish(new ProjectState(workspace, project, "Poster", Set.of(noah), false, 1));
        publish(membership(lea, WorkspaceRole.MANAGER, false, 1));
        publish(membership(noah, WorkspaceRole.MEMBER, false, 1));
        publish(membership(mia, WorkspaceRole.MEMBER, false, 1));
        await().atMost(Duration.ofSeconds(30)).ignoreException(NotFound.class).until(() -> {
            access.requireMember(workspace, lea);
            access.requireMember(workspace, noah);
            access.requireMember(workspace, mia);
            return access.projectName(workspace, project).equals("Poster")
                    && access.workspaceName(workspace).equals("Studio");
        });
    }

    @Test
    void membersParticipantsAndTheManagerAreToldApart() {
        assertThat(access.requireManager(workspace, lea).manager()).isTrue();
        assertThatThrownBy(() -> access.requireManager(workspace, noah)).isInstanceOf(ManagerRequired.class);
        assertThat(access.requireParticipant(workspace, project, noah).manager())
                .isFalse();
        assertThat(access.requireParticipant(workspace, project, lea).manager()).isTrue();
        assertThat(access.findReaders(workspace, project)).containsExactlyInAnyOrder(lea, noah);
        assertThat(access.managerOf(workspace)).isEqualTo(lea);
    }

    @Test
    void whoIsStillListedInAProjectAndNoMemberIsOutOfIt() {
        publish(membership(noah, WorkspaceRole.MEMBER, true, 2));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThatThrownBy(() -> access.requireMember(workspace, noah))
                        .isInstanceOf(NotFound.class));

        assertThatThrownBy(() -> access.requireParticipant(workspace, project, noah))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> access.findReadableProjects(workspace, noah)).isInstanceOf(NotFound.class);
        assertThat(access.findReaders(workspace, project)).containsExactly(lea);
    }

    @Test
    void listsAskByOnesOwnParticipations() {
        publish(new ProjectState(WorkspaceId.next(), ProjectId.next(), "Elsewhere", Set.of(noah), false, 1));

        assertThat(access.findReadableProjects(workspace, noah)).contains(Set.of(project));
        assertThat(access.findReadableProjects(workspace, mia)).contains(Set.of());
        assertThat(access.findReadableProjects(workspace, lea)).isEmpty();
    }

    @Test
    void whatIsForeignAndWhatDoesNotExistAreRefusedAlike() {
        var stranger = new UserId(UUID.randomUUID());
        assertThatThrownBy(() -> access.requireMember(workspace, stranger)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> access.requireManager(workspace, stranger)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> access.requireParticipant(workspace, project, mia))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> access.requireParticipant(WorkspaceId.next(), project, lea))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> access.projectName(WorkspaceId.next(), project))
                .isInstanceOf(NotFound.class);
        assertThat(access.findReaders(workspace, ProjectId.next())).isEmpty();
    }

    @Test
    void aStartAndARemovalAtTheSameMomentNeverBothWin() {
        try (var starters = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 4).forEach(_ -> starters.execute(this::startUntilRefused));
            publish(membership(noah, WorkspaceRole.MEMBER, true, 2));
        }

        assertThat(mongo.getCollection("runs").countDocuments(new Document("by", noah.value())))
                .isPositive();
        assertThat(mongo.getCollection("runs")
                        .countDocuments(new Document("by", noah.value()).append("cancelled", false)))
                .isZero();
    }

    private void startUntilRefused() {
        while (true) {
            try {
                transactions.run(() -> {
                    access.lockMembership(workspace, noah);
                    mongo.getCollection("runs").insertOne(new Document("by", noah.value()).append("cancelled", false));
                });
            } catch (NotFound e) {
                return;
            }
        }
    }

    private MembershipState membership(UserId user, WorkspaceRole role, boolean ended, long version) {
        return new MembershipState(workspace, user, role, Instant.EPOCH, ended, version);
    }

    private void publish(EntityState state) {
        transactions.run(() -> outbox.append(state));
    }
}
