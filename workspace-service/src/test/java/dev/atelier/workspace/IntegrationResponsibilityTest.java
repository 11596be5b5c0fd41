package dev.atelier.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.events.UserState;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.state.EntityStateHandler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Integrations act for a member; a successor sees what they would become responsible for. */
@ServiceTest
class IntegrationResponsibilityTest {
    @Autowired
    private TestDataFactory town;

    @Autowired
    private List<EntityStateHandler<UserState>> accountListeners;

    @Autowired
    private TransactionRunner transactions;

    private FakeIntegrationServer systems;
    private TestUser lea;
    private TestUser noah;
    private String workspace;
    private String integration;

    @BeforeEach
    void leaHandsOverWhatIsConnected() throws IOException {
        systems = new FakeIntegrationServer();
        lea = town.person("Lea");
        noah = town.person("Noah");
        workspace = town.workspace(lea);
        town.addMember(workspace, lea, noah);
        var made = lea.post(
                        workspace + "/integrations",
                        Map.of(
                                "kind",
                                "GITHUB",
                                "name",
                                "Our code",
                                "address",
                                systems.address("github"),
                                "references",
                                List.of(),
                                "secret",
                                FakeIntegrationServer.SECRET))
                .expect(201);
        integration = workspace + "/integrations/" + made.id();
        lea.put(workspace + "/management-offer", Map.of("userId", noah.id())).expect(204);
    }

    @AfterEach
    void gone() {
        systems.close();
    }

    private void accept(Object body) {
        noah.post(workspace + "/management-offer/accept", body).expect(204);
    }

    private void leaIs(boolean deactivated) {
        var state = new UserState(
                lea.id(), "Lea", "Martin", lea.email(), true, deactivated, "en", "UTC", null, null, null, false, 2);
        transactions.run(() -> accountListeners.forEach(listener -> listener.handleChange(null, state)));
    }

    @Test
    void itsSecretIsNotUsedOnceTheResponsibleMemberIsOutUntilSomebodyTakesItOver() {
        accept(null);
        assertThat(noah.get(integration).expect(200).get("responsible"))
                .isEqualTo(lea.id().toString());
        lea.post(workspace + "/leave", null).expect(204);

        var seen = noah.get(integration).expect(200);

        assertThat(seen.get("suspendedReason")).isEqualTo("MEMBERSHIP_ENDED");
        assertThat(seen.get("suspendedAt")).isNotEmpty();
        var asked = systems.asked().size();
        noah.post(integration + "/test", null).expectProblem(409, "suspended");
        noah.patch(integration, seen.etag(), Map.of("name", "Mine")).expectProblem(409, "suspended");
        assertThat(systems.asked()).hasSize(asked);
        noah.post(integration + "/take-over", null).expect(428);
        noah.with("If-Match", "\"99\"").post(integration + "/take-over", null).expectProblem(412, "stale");

        var taken = noah.with("If-Match", seen.etag())
                .post(integration + "/take-over", null)
                .expect(200);

        assertThat(taken.get("responsible")).isEqualTo(noah.id().toString());
        assertThat(taken.json().path("suspendedAt").isNull()).isTrue();
        noah.post(integration + "/test", null).expect(200);
        assertThat(town.events(integration))
                .extracting(TestDataFactory.OutboxMessage::type)
                .containsExactly(
                        "workspace.integration-connected",
                        "workspace.integration-suspended",
                        "workspace.integration-changed");
    }

    @Test
    void aSuccessorWhoTakesOverAnswersForItAtOnce() {
        accept(Map.of("takeOver", true));

        assertThat(noah.get(integration).expect(200).get("responsible"))
                .isEqualTo(noah.id().toString());
        assertThat(town.events(workspace).getLast())
                .satisfies(
                        outboxMessage -> assertThat(outboxMessage.type()).isEqualTo("workspace.management-handed-over"))
                .satisfies(outboxMessage -> assertThat(
                                outboxMessage.payload().path("takeOver").asBoolean())
                        .isTrue());
        lea.post(workspace + "/leave", null).expect(204);
        assertThat(noah.get(integration).expect(200).json().path("suspendedAt").isNull())
                .isTrue();
    }

    @Test
    void withTheAccountOfItsMemberItStandsStillAndGoesOn() {
        leaIs(true);
        assertThat(noah.get(integration).expect(200).get("suspendedReason")).isEqualTo("ACCOUNT_DEACTIVATED");

        leaIs(false);

        assertThat(noah.get(integration).expect(200).json().path("suspendedAt").isNull())
                .isTrue();
    }

    @Test
    void whoIsNotAskedSeesNothingAndWhoIsAskedLearnsWhichServiceIsAway() {
        var list = workspace + "/management-offer/responsibilities";
        var mia = town.person("Mia");
        mia.get(list).expectProblem(404, "not-found");
        town.addMember(workspace, lea, mia);
        mia.get(list).expectProblem(409, "management-not-offered");

        var away = noah.get(list).expectProblem(503, "service-unavailable");

        assertThat(away.get("service")).isEqualTo("identity-service");
        assertThat(away.headers().getFirst("Retry-After")).isNotNull();
    }

    @Test
    void otherServicesThanTheTwoThatNeedItAreToldNothing() {
        var internal = workspace.replace("/api/", "/internal/") + "/responsibilities?member=" + lea.id();

        assertThat(noah.viaService("notification-service")
                        .get(internal)
                        .expect(200)
                        .json()
                        .at("/items/0/name")
                        .asString())
                .isEqualTo("Our code");
        noah.viaService("report-service").get(internal).expect(403);
    }
}
