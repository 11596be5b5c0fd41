package dev.atelier.identity.serviceaccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.EntityState;
import dev.atelier.events.MembershipState;
import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.RevocationState;
import dev.atelier.events.ServiceAccountEvent.ServiceAccountRevoked;
import dev.atelier.events.ServiceAccountEvent.ServiceAccountSuspended;
import dev.atelier.events.SuspensionReason;
import dev.atelier.events.WorkspaceEvent.ManagementHandedOver;
import dev.atelier.events.WorkspaceState;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.identity.IdentityClient;
import dev.atelier.identity.IdentityClient.TestResponse;
import dev.atelier.identity.ServiceTest;
import dev.atelier.identity.TestUserFactory;
import dev.atelier.identity.TestUserFactory.TestUser;
import dev.atelier.identity.TopicReader;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A service account acts for a member and is suspended with them. */
@ServiceTest
class ServiceAccountResponsibilityTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static @Nullable TestUser manager;
    private static @Nullable TestUser member;

    private final WorkspaceId workspace = WorkspaceId.next();

    @LocalServerPort
    int port;

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionRunner transactions;

    private TestUser lea;
    private TestUser noah;

    @BeforeEach
    void aWorkspaceManagedByLeaWithNoah() {
        lea = manager = manager == null ? TestUserFactory.register("Lea", "Martin") : manager;
        noah = member = member == null ? TestUserFactory.register("Noah", "Weber") : member;
        say(new WorkspaceState(workspace, "House", "en", lea.id(), false, 1));
        say(new MembershipState(workspace, lea.id(), WorkspaceRole.MANAGER, Instant.now(), false, 1));
        say(new MembershipState(workspace, noah.id(), WorkspaceRole.MEMBER, Instant.now(), false, 1));
        await().atMost(LIMIT).until(() -> lea.at(port).get(accounts()).status() == 200);
        await().atMost(LIMIT).until(() -> noah.at(port).get(accounts()).status() == 403);
    }

    @Test
    void keysAreRefusedAndTokensVoidOnceTheResponsibleMemberIsOut() {
        var account = created();
        var key = key(lea, account);
        noahManages();

        leaves(lea);

        await().atMost(LIMIT).until(() -> exchange(key).status() == 401);
        var seen = noah.at(port).get(accounts() + "/" + account);
        assertThat(seen.text("responsible")).isEqualTo(lea.id().toString());
        assertThat(seen.text("suspendedReason")).isEqualTo("MEMBERSHIP_ENDED");
        assertThat(Instant.parse(seen.text("suspendedAt"))).isBeforeOrEqualTo(Instant.now());
        assertThat(noah.at(port)
                        .send("POST", accounts() + "/" + account + "/keys", null, "{}")
                        .problem())
                .isEqualTo("suspended");
        try (var facts = TopicReader.on("identity.events");
                var revocations = TopicReader.on("identity.revocations")) {
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(facts.all(ServiceAccountSuspended.class, workspace))
                            .singleElement()
                            .returns(lea.id(), ServiceAccountSuspended::responsible)
                            .returns(SuspensionReason.MEMBERSHIP_ENDED, ServiceAccountSuspended::why));
            await().atMost(LIMIT)
                    .until(() ->
                            !revocations.all(RevocationState.class, account).isEmpty());
        }
    }

    @Test
    void whoTakesItOverMakesItsKeysGoodAgain() {
        var account = created();
        var key = key(lea, account);
        noahManages();
        leaves(lea);
        await().atMost(LIMIT).until(() -> exchange(key).status() == 401);
        var seen = noah.at(port).get(accounts() + "/" + account);
        assertThat(takeOver(noah, account, "\"99\"", null).status()).isEqualTo(412);
        assertThat(takeOver(noah, account, null, null).status()).isEqualTo(428);

        var taken = takeOver(noah, account, seen.eTag(), null);

        assertThat(taken.status()).as(taken.body().toString()).isEqualTo(200);
        assertThat(taken.text("responsible")).isEqualTo(noah.id().toString());
        assertThat(taken.body().path("suspendedAt").isNull()).isTrue();
        assertThat(taken.body().toString()).doesNotContain(key);
        assertThat(exchange(key).status()).isEqualTo(200);
        leaves(lea);
        assertThat(exchange(key).status()).isEqualTo(200);
    }

    @Test
    void whoTakesItOverMayRevokeItsKeys() {
        var account = created();
        var key = key(lea, account);
        var seen = lea.at(port).get(accounts() + "/" + account);
        assertThat(takeOver(noah, account, seen.eTag(), null).status()).isEqualTo(403);

        var taken = takeOver(lea, account, seen.eTag(), "{\"revokeKeys\": true}");

        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.body().path("keys")).isEmpty();
        assertThat(exchange(key).status()).isEqualTo(401);
    }

    @Test
    void aKeyThatAnotherMemberMadeStopsItsAccountWithThem() {
        var account = created();
        var hers = key(lea, account);
        noahManages();
        var his = key(noah, account);
        leaManages();

        leaves(noah);

        await().atMost(LIMIT).until(() -> exchange(his).status() == 401);
        assertThat(exchange(hers).status()).isEqualTo(401);
    }

    @Test
    void anAccountStandsStillWhileTheAccountOfItsMemberIsShut() {
        var account = created();
        var key = key(lea, account);
        var operator = TestUserFactory.operator().at(port);
        var user = "/api/operator/users/" + lea.id();

        assertThat(operator.post(user + "/deactivate").status()).isLessThan(300);
        assertThat(exchange(key).status()).isEqualTo(401);
        try (var facts = TopicReader.on("identity.events")) {
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(facts.all(ServiceAccountSuspended.class, workspace))
                            .extracting(ServiceAccountSuspended::why)
                            .containsExactly(SuspensionReason.ACCOUNT_DEACTIVATED));
        }

        assertThat(operator.post(user + "/reactivate").status()).isLessThan(300);
        assertThat(exchange(key).status()).isEqualTo(200);
        manager = null;
    }

    @Test
    void aSuccessorWhoTakesOverAnswersForItAndForItsKeys() {
        var account = created();
        var key = key(lea, account);
        noahManages();

        transactions.run(() -> outbox.append(new ManagementHandedOver(workspace, lea.id(), noah.id(), true), 1));

        await().atMost(LIMIT)
                .until(() -> noah.at(port)
                        .get(accounts() + "/" + account)
                        .text("responsible")
                        .equals(noah.id().toString()));
        leaves(lea);
        await().atMost(LIMIT).until(() -> lea.at(port).get(accounts()).status() == 404);
        assertThat(exchange(key).status()).isEqualTo(200);
    }

    @Test
    void anAccountWhoseTimeIsOverEndsAsByARevocation() {
        var account = created(Instant.now().plusSeconds(1));

        await().atMost(LIMIT)
                .until(() -> lea.at(port).get(accounts() + "/" + account).status() == 404);

        try (var facts = TopicReader.on("identity.events")) {
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(facts.all(ServiceAccountRevoked.class, workspace))
                            .singleElement()
                            .returns(account, revoked -> revoked.accountId().toString())
                            .returns(null, ServiceAccountRevoked::by));
        }
    }

    private void noahManages() {
        say(new MembershipState(workspace, lea.id(), WorkspaceRole.MEMBER, Instant.now(), false, 2));
        say(new MembershipState(workspace, noah.id(), WorkspaceRole.MANAGER, Instant.now(), false, 2));
        await().atMost(LIMIT).until(() -> noah.at(port).get(accounts()).status() == 200);
    }

    private void leaManages() {
        say(new MembershipState(workspace, noah.id(), WorkspaceRole.MEMBER, Instant.now(), false, 3));
        say(new MembershipState(workspace, lea.id(), WorkspaceRole.MANAGER, Instant.now(), false, 3));
        await().atMost(LIMIT).until(() -> lea.at(port).get(accounts()).status() == 200);
    }

    private void leaves(TestUser person) {
        say(new MembershipState(workspace, person.id(), WorkspaceRole.MEMBER, Instant.now(), true, 9));
    }

    private String accounts() {
        return "/api/workspaces/" + workspace + "/service-accounts";
    }

    private String created() {
        return created(Instant.now().plus(Duration.ofDays(90)));
    }

    private String created(Instant expires) {
        var body = "{\"name\": \"Importer\", \"scopes\": [\"actions:read\"], \"expiresAt\": \"%s\"}";
        var testResponse = lea.at(port).send("POST", accounts(), null, body.formatted(expires));
        assertThat(testResponse.status()).as(testResponse.body().toString()).isEqualTo(201);
        return testResponse.text("id");
    }

    private String key(TestUser by, String account) {
        var testResponse = by.at(port).send("POST", accounts() + "/" + account + "/keys", null, "{}");
        assertThat(testResponse.status()).as(testResponse.body().toString()).isEqualTo(201);
        return testResponse.text("key");
    }

    private TestResponse takeOver(TestUser by, String account, @Nullable String etag, @Nullable String body) {
        return by.at(port).send("POST", accounts() + "/" + account + "/take-over", etag, body);
    }

    private TestResponse exchange(String key) {
        return new IdentityClient(port, "")
                .send("POST", "/api/public/service-account-tokens", null, "{\"key\": \"" + key + "\"}");
    }

    private void say(EntityState state) {
        transactions.run(() -> outbox.append(state));
    }
}
