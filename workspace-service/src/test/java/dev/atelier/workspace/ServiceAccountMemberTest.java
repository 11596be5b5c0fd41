package dev.atelier.workspace;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.ServiceAccountEvent;
import dev.atelier.events.ServiceAccountEvent.ServiceAccountCreated;
import dev.atelier.events.ServiceAccountEvent.ServiceAccountRevoked;
import dev.atelier.events.UserState;
import dev.atelier.events.UserStatus;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import dev.atelier.testkit.RealKafka;
import dev.atelier.testkit.RealMongo;
import dev.atelier.testkit.tokens.TestTokens;
import dev.atelier.testkit.tokens.TrustTestTokens;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** With Kafka: service accounts become and cease to be members as identity-service publishes. */
@RealMongo
@RealKafka
@TrustTestTokens
@Import(TestDataFactory.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "atelier.master-key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
            "atelier.public-url=https://atelier.test",
            "atelier.invitation.seats=2"
        })
class ServiceAccountMemberTest {
    private final UserId account = new UserId(UUID.randomUUID());

    @Autowired
    TestDataFactory town;

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionRunner transactions;

    TestUser lea;
    String workspace;
    WorkspaceId id;

    @BeforeEach
    void aWorkspaceWithAnAccount() {
        lea = town.person("Lea");
        workspace = town.workspace(lea);
        id = new WorkspaceId(UUID.fromString(workspace.substring(workspace.lastIndexOf('/') + 1)));
        say(new ServiceAccountCreated(id, account, Set.of("actions:read"), lea.id()), 1);
        transactions.run(() -> outbox.append(new UserState(
                account, "Importer", null, null, true, false, null, null, UserStatus.NONE, null, null, false, 1)));
        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(lea.get(workspace + "/members").items("displayName"))
                        .contains("Importer"));
    }

    @Test
    void itIsAMemberThatIsShownAsWhatItIsAndTakesNoSeat() {
        assertThat(lea.get(workspace + "/members").items("role"))
                .containsExactlyInAnyOrder("MANAGER", "SERVICE_ACCOUNT");
        assertThat(importer("workspace:read").get(workspace).expect(200).get("role"))
                .isEqualTo("SERVICE_ACCOUNT");
        town.addMember(workspace, lea, town.person("Noah"));
        assertThat(lea.get(workspace + "/audit-log?type=identity.service-account-created")
                        .items("subject"))
                .containsExactly("service-accounts/" + account);
    }

    @Test
    void itNeverManages() {
        lea.put(workspace + "/management-offer", Map.of("userId", account)).expectProblem(422, "not-an-active-member");
        importer("workspace:read")
                .post(workspace + "/management-offer/accept", null)
                .expectProblem(403, "not-for-service-accounts");
    }

    @Test
    void itWorksInAProjectThatItIsBroughtIntoAsFarAsItsScopesGo() {
        var project = town.project(workspace, lea);
        importer("actions:read").get(project + "/actions").expectProblem(404, "not-found");
        lea.post(project + "/participants", Map.of("userId", account)).expect(204);

        importer("actions:read").get(project + "/actions").expect(200);
        importer("actions:read")
                .post(project + "/actions", Map.of("title", "Imported"))
                .expectProblem(403, "missing-scope");
        importer("actions:write")
                .post(project + "/actions", Map.of("title", "Imported"))
                .expect(201);
        var elsewhere = town.workspace(lea);
        importer("workspace:read").get(elsewhere).expectProblem(404, "not-found");
        assertThat(importer("workspace:read").get("/api/workspaces").items("id"))
                .containsExactly(id.toString());
    }

    @Test
    void aRevokedOneIsOutOfEverythingAndWhatItDidStays() {
        var project = town.project(workspace, lea);
        lea.post(project + "/participants", Map.of("userId", account)).expect(204);
        var action = town.action(project, importer("actions:write"), "Imported");

        say(new ServiceAccountRevoked(id, account, lea.id()), 2);

        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(lea.get(workspace + "/members").items("role"))
                        .containsExactly("MANAGER"));
        importer("actions:read").get(action).expectProblem(404, "not-found");
        assertThat(lea.get(action).expect(200).get("createdBy")).isEqualTo(account.toString());
        assertThat(lea.get(project + "/participants").items("userId"))
                .containsExactly(lea.id().toString());
    }

    @Test
    void theManagerRemovesItLikeAMemberWithoutAMail() {
        lea.delete(workspace + "/members/" + account).expect(204);

        assertThat(lea.get(workspace + "/members").items("role")).containsExactly("MANAGER");
        assertThat(lea.get(workspace + "/audit-log?type=workspace.member-removed")
                        .items("subject"))
                .isEmpty();
    }

    private TestUser importer(String scope) {
        var token = TestTokens.serviceAccount(account, id, scope);
        return new TestUser(lea.http(), account, "", Map.of("Authorization", TestTokens.bearer(token)));
    }

    private void say(ServiceAccountEvent event, long sequence) {
        transactions.run(() -> outbox.append(event, sequence));
    }
}
