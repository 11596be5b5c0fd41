package dev.atelier.identity.serviceaccount;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.EntityState;
import dev.atelier.events.MembershipState;
import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.RevocationState;
import dev.atelier.events.ServiceAccountEvent;
import dev.atelier.events.ServiceAccountEvent.ApiKeyCreated;
import dev.atelier.events.ServiceAccountEvent.ServiceAccountCreated;
import dev.atelier.events.ServiceAccountEvent.ServiceAccountRevoked;
import dev.atelier.events.UserState;
import dev.atelier.events.WorkspaceEvent.WorkspaceDeleted;
import dev.atelier.events.WorkspaceState;
import dev.atelier.events.id.UserId;
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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.oauth2.jwt.JwtDecoder;

@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class ServiceAccountApiKeyTest {
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

    @Autowired
    JwtDecoder decoder;

    private TestUser lea;
    private TestUser noah;

    @BeforeEach
    void aWorkspaceManagedByLeaWithNoah() {
        lea = manager = manager == null ? TestUserFactory.register("Lea", "Martin") : manager;
        noah = member = member == null ? TestUserFactory.register("Noah", "Weber") : member;
        say(new WorkspaceState(workspace, "House", "en", lea.id(), false, 1));
        say(new MembershipState(workspace, lea.id(), WorkspaceRole.MANAGER, Instant.now(), false, 1));
        say(new MembershipState(workspace, noah.id(), WorkspaceRole.MEMBER, Instant.now(), false, 1));
        await().atMost(LIMIT).until(() -> lea().get(accounts()).status() == 200);
        await().atMost(LIMIT).until(() -> noah().get(accounts()).status() == 403);
    }

    @Test
    void aKeyBecomesATokenThatSaysWhoseItIsAndWhatItMayDo() {
        var account = created("Importer", "\"actions:read\",\"actions:write\"");
        var key = key(account, "{}");

        var issued = exchange(key.text("key"));

        assertThat(issued.status()).isEqualTo(200);
        var token = decoder.decode(issued.text("token"));
        assertThat(token.getSubject()).isEqualTo(account);
        assertThat(token.getAudience()).containsExactly("atelier-api");
        assertThat(token.getClaimAsString("atelier_workspace")).isEqualTo(workspace.toString());
        assertThat(token.getClaimAsString("scope")).isEqualTo("actions:read actions:write");
        assertThat(token.getClaimAsString("sid")).isEqualTo(issued.text("sessionId"));
        assertThat(token.getClaimAsMap("realm_access")).isNull();
        assertThat(requireNonNull(token.getExpiresAt()))
                .isBetween(Instant.now().plusSeconds(200), Instant.now().plusSeconds(302));
        assertThat(requireNonNull(token.getIssuedAt())).isAfterOrEqualTo(Instant.parse(issued.text("issuedAt")));

        var seen = lea().get(accounts() + "/" + account);
        assertThat(Instant.parse(seen.text("lastUsedAt"))).isAfter(Instant.now().minusSeconds(60));
        assertThat(seen.body().toString()).doesNotContain(key.text("key")).contains(key.text("lastFour"));
    }

    @Test
    void othersHearOfAnAccountByItsNameAndOfItsEnd() {
        var account = created("Importer", "\"actions:read\"");
        var key = key(account, "{}");
        assertThat(lea().delete(accounts() + "/" + account).status()).isEqualTo(204);

        try (var facts = TopicReader.on("identity.events");
                var users = TopicReader.on("identity.users");
                var revocations = TopicReader.on("identity.revocations")) {
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(facts.all(ServiceAccountEvent.class, workspace))
                            .hasExactlyElementsOfTypes(
                                    ServiceAccountCreated.class, ApiKeyCreated.class, ServiceAccountRevoked.class));
            assertThat(facts.heard(ServiceAccountEvent.class, workspace))
                    .extracting(TopicReader.ConsumedMessage::sequence)
                    .containsExactly(1L, 2L, 3L);
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(users.all(UserState.class, account))
                            .last()
                            .returns("Importer", UserState::displayName)
                            .returns(true, UserState::deactivated));
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(revocations.all(RevocationState.class, account))
                            .isNotEmpty());
        }
        assertRefused(exchange(key.text("key")));
        assertThat(lea().get(accounts() + "/" + account).status()).isEqualTo(404);
    }

    @Test
    void whatIsNoGoodKeyIsRefusedAlike() {
        var account = created("Importer", "\"actions:read\"");
        var removed = key(account, "{}");
        assertThat(lea().delete(accounts() + "/" + account + "/keys/" + removed.text("id"))
                        .status())
                .isEqualTo(204);
        var soon = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);
        var expiring = key(account, "{\"expiresAt\": \"" + soon + "\"}").text("key");
        await().atMost(LIMIT).until(() -> Instant.now().isAfter(soon));

        assertThat(Stream.of(
                                removed.text("key"),
                                expiring,
                                ApiKeySecret.generate().text(),
                                "atk_x",
                                "x")
                        .map(this::exchange))
                .allSatisfy(ServiceAccountApiKeyTest::assertRefused)
                .extracting(testResponse -> testResponse.text("detail"))
                .containsOnly("Sign in and send a valid bearer token.");
    }

    @Test
    void inARotationTheOldKeyWorksUntilItsEnd() {
        var account = created("Importer", "\"actions:read\"");
        var old = key(account, "{}").text("key");
        var end = Instant.now().plusSeconds(4);

        var next = key(account, "{\"otherKeysExpireAt\": \"" + end + "\"}").text("key");

        var issued = exchange(old);
        assertThat(issued.status()).isEqualTo(200);
        assertThat(Instant.parse(issued.text("expiresAt"))).isBeforeOrEqualTo(end);
        await().atMost(LIMIT).until(() -> Instant.now().isAfter(end));
        assertRefused(exchange(old));
        assertThat(exchange(next).status()).isEqualTo(200);
    }

    @Test
    void otherScopesHoldAtOnceAndVoidTheTokensThatAreOut() {
        var account = created("Importer", "\"actions:write\"");
        var key = key(account, "{}").text("key");
        var before = exchange(key);
        var seen = lea().get(accounts() + "/" + account);

        var changed = lea().patch(accounts() + "/" + account, seen.eTag(), "{\"scopes\": [\"actions:read\"]}");

        assertThat(changed.status()).isEqualTo(200);
        var after = exchange(key);
        assertThat(decoder.decode(after.text("token")).getClaimAsString("scope"))
                .isEqualTo("actions:read");
        assertThat(after.text("sessionId")).isNotEqualTo(before.text("sessionId"));
        try (var revocations = TopicReader.on("identity.revocations")) {
            await().atMost(LIMIT)
                    .until(() -> !revocations
                            .all(RevocationState.class, before.text("sessionId"))
                            .isEmpty());
        }
        assertThat(lea().patch(accounts() + "/" + account, seen.eTag(), "{\"name\": \"Later\"}")
                        .problem())
                .isEqualTo("stale");
    }

    @Test
    void anAccountEndsWithItsMembership() {
        var account = created("Importer", "\"actions:read\"");
        var key = key(account, "{}").text("key");

        say(new MembershipState(
                workspace,
                new UserId(UUID.fromString(account)),
                WorkspaceRole.SERVICE_ACCOUNT,
                Instant.now(),
                true,
                2));

        await().atMost(LIMIT).untilAsserted(() -> assertRefused(exchange(key)));
    }

    @Test
    void theAccountsOfADeletedWorkspaceEndAndTheirNamesAreForgotten() {
        var account = created("Importer", "\"actions:read\"");
        var key = key(account, "{}").text("key");

        transactions.run(() -> outbox.append(new WorkspaceDeleted(workspace, lea.id()), 1));

        await().atMost(LIMIT).untilAsserted(() -> assertRefused(exchange(key)));
        try (var users = TopicReader.on("identity.users")) {
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(users.all(UserState.class, account))
                            .last()
                            .returns(true, UserState::ended)
                            .returns("", UserState::displayName));
        }
    }

    @Test
    void anOperatorEndsOneThatDoesHarm() {
        var account = created("Importer", "\"actions:read\"");
        var key = key(account, "{}").text("key");
        var route = "/api/operator/service-accounts/" + account + "/revoke";

        assertThat(lea().post(route).status()).isEqualTo(403);
        assertThat(TestUserFactory.operator().at(port).post(route).status()).isEqualTo(204);

        assertRefused(exchange(key));
    }

    @Test
    void itIsTheManagersAloneAndStrangersFindNothing() {
        var account = created("Importer", "\"actions:read\"");
        var stranger = TestUserFactory.operator().at(port);

        for (var path : List.of(accounts(), accounts() + "/" + account)) {
            assertThat(noah().get(path).problem()).isEqualTo("only-the-manager");
            assertThat(stranger.get(path).problem()).isEqualTo("not-found");
        }
        assertThat(noah().send("POST", accounts() + "/" + account + "/keys", null, "{}")
                        .status())
                .isEqualTo(403);
        assertThat(stranger.delete(accounts() + "/" + account).status()).isEqualTo(404);
        var elsewhere = "/api/workspaces/" + WorkspaceId.next() + "/service-accounts/" + account;
        assertThat(lea().get(elsewhere).status()).isEqualTo(404);
    }

    @Test
    void atTheLimitOfTwoAtOnceOneIsRefused() throws Exception {
        IntStream.range(0, 49).forEach(number -> created("Importer " + number, "\"actions:read\""));

        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> create =
                    () -> create("One more", "\"actions:read\"").status();
            var answers = both.invokeAll(List.of(create, create, create)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).containsExactlyInAnyOrder(201, 409, 409);
        }
        assertThat(create("One more", "\"actions:read\"").body().path("limit").asInt())
                .isEqualTo(50);
    }

    @Test
    void aFourthGoodKeyIsRefused() {
        var account = created("Importer", "\"actions:read\"");
        IntStream.range(0, 3).forEach(number -> key(account, "{}"));

        var fourth = lea().send("POST", accounts() + "/" + account + "/keys", null, "{}");

        assertThat(fourth.problem()).isEqualTo("too-many-keys");
    }

    @Test
    void noKeyStandsInTheLog(CapturedOutput output) {
        var account = created("Importer", "\"actions:read\"");
        var key = key(account, "{}").text("key");

        exchange(key);
        exchange(key + "x");

        assertThat(output.getAll()).doesNotContain(key);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"scopes\": [\"actions:read\"], \"expiresAt\": \"SOON\"} | name",
                "{\"name\": \" \", \"scopes\": [\"actions:read\"], \"expiresAt\": \"SOON\"} | name",
                "{\"name\": \"A\", \"scopes\": [], \"expiresAt\": \"SOON\"} | scopes",
                "{\"name\": \"A\", \"expiresAt\": \"SOON\"} | scopes",
                "{\"name\": \"A\", \"scopes\": [\"everything\"], \"expiresAt\": \"SOON\"} | scopes[0]",
                "{\"name\": \"A\", \"scopes\": [\"actions:read\"]} | expiresAt",
                "{\"name\": \"A\", \"scopes\": [\"actions:read\"], \"expiresAt\": \"2020-01-01T00:00:00Z\"} | expiresAt",
                "{\"name\": \"A\", \"scopes\": [\"actions:read\"], \"expiresAt\": \"LATE\"} | expiresAt",
            })
    void badInputNamesTheField(String body, String field) {
        var soon = Instant.now().plus(Duration.ofDays(1));
        var late = Instant.now().plus(Duration.ofDays(367));
        var json = body.strip().replace("SOON", soon.toString()).replace("LATE", late.toString());

        var testResponse = lea().send("POST", accounts(), null, json);

        assertThat(testResponse.status()).isEqualTo(400);
        assertThat(testResponse.body().at("/errors/0/field").asString()).isEqualTo(field);
    }

    private String accounts() {
        return "/api/workspaces/" + workspace + "/service-accounts";
    }

    private IdentityClient lea() {
        return lea.at(port);
    }

    private IdentityClient noah() {
        return noah.at(port);
    }

    private TestResponse create(String name, String scopes) {
        var expires = Instant.now().plus(Duration.ofDays(90));
        return lea().send(
                        "POST",
                        accounts(),
                        null,
                        "{\"name\": \"%s\", \"scopes\": [%s], \"expiresAt\": \"%s\"}".formatted(name, scopes, expires));
    }

    private String created(String name, String scopes) {
        var testResponse = create(name, scopes);
        assertThat(testResponse.status()).as(testResponse.body().toString()).isEqualTo(201);
        return testResponse.text("id");
    }

    private TestResponse key(String account, String wish) {
        var testResponse = lea().send("POST", accounts() + "/" + account + "/keys", null, wish);
        assertThat(testResponse.status()).as(testResponse.body().toString()).isEqualTo(201);
        return testResponse;
    }

    private TestResponse exchange(String key) {
        return new IdentityClient(port, "")
                .send("POST", "/api/public/service-account-tokens", null, "{\"key\": \"" + key + "\"}");
    }

    private static void assertRefused(TestResponse testResponse) {
        assertThat(testResponse.status()).isEqualTo(401);
        assertThat(testResponse.problem()).isEqualTo("unauthenticated");
    }

    private void say(EntityState state) {
        transactions.run(() -> outbox.append(state));
    }
}
