package dev.atelier.identity.securitylog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.atelier.backing.signin.SignInFailed;
import dev.atelier.events.ContactEvent.ContactRequestAnswered;
import dev.atelier.events.ContactEvent.ContactRequestClosed;
import dev.atelier.events.OperatorEvent.DeadLetterDropped;
import dev.atelier.events.OperatorEvent.DeadLetterReplayed;
import dev.atelier.events.WorkspaceEvent.HistoryExported;
import dev.atelier.events.WorkspaceEvent.ManagementHandedOver;
import dev.atelier.events.WorkspaceEvent.MemberRemoved;
import dev.atelier.events.id.ContactRequestId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.UuidV7;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.identity.ServiceTest;
import dev.atelier.identity.TestUserFactory;
import dev.atelier.identity.TestUserFactory.TestUser;
import dev.atelier.identity.securitylog.entry.SecurityLogEntryDraft;
import dev.atelier.identity.securitylog.entry.SecurityLogKind;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServiceTest
class SecurityLogTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static @Nullable TestUser staff;

    @LocalServerPort
    int port;

    @Autowired
    SecurityLog log;

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionRunner transactions;

    TestUser operator;
    SecurityLogClient desk;

    @BeforeEach
    void anOperatorReads() {
        operator = staff = staff == null ? TestUserFactory.operator() : staff;
        desk = new SecurityLogClient(operator.at(port));
    }

    @Test
    void aWrongPasswordAndASignInStandInItWithPlaceAndClient() {
        var lea = TestUserFactory.register("Lea", "Martin");
        assertThatThrownBy(() -> TestUserFactory.pages().signIn(lea.person().email(), "not-her-password"))
                .isInstanceOf(SignInFailed.class);
        lea.signInAgain();

        var failed = one("kind=SIGN_IN&outcome=FAILED&userId=" + lea.id());
        var signedIn = some("kind=SIGN_IN&outcome=DONE&userId=" + lea.id(), 2).getFirst();

        assertThat(failed.path("detail").asString()).isEqualTo("WRONG_CREDENTIALS");
        assertThat(signedIn.path("network").asString()).isEqualTo("127.0.0.0/24");
        assertThat(signedIn.path("client").asString()).isEqualTo("atelier-command-line");
        assertThat(at(signedIn)).isBetween(at(failed), Instant.now().plusSeconds(1));
        assertThat(one("kind=REGISTRATION&userId=" + lea.id()).path("outcome").asString())
                .isEqualTo("DONE");
        assertThat(SecurityLogClient.texts(some("kind=CREDENTIAL_CHANGED&userId=" + lea.id(), 1), "detail"))
                .contains("PASSWORD");
    }

    @Test
    void whoIsUnknownLeavesNoName() {
        var nobody = "nobody." + UUID.randomUUID() + "@example.org";
        var before = Instant.now().minusSeconds(1);
        assertThatThrownBy(() -> TestUserFactory.pages().signIn(nobody, "any-password-at-all"))
                .isInstanceOf(SignInFailed.class);

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(SecurityLogClient.texts(
                                desk.find("kind=SIGN_IN&outcome=FAILED&from=" + before), "detail"))
                        .contains("UNKNOWN_ACCOUNT"));
        assertThat(desk.operator()
                        .get(SecurityLogClient.LOG + "?from=" + before)
                        .body()
                        .toString())
                .doesNotContain(nobody);
    }

    @Test
    void fiveWrongPasswordsAreALockout() {
        var noah = TestUserFactory.register("Noah", "Weber");
        for (int i = 0; i < 6; i++) {
            assertThatThrownBy(
                            () -> TestUserFactory.pages().signIn(noah.person().email(), "not-his-password"))
                    .isInstanceOf(SignInFailed.class);
        }

        assertThat(one("kind=LOCKOUT&userId=" + noah.id()).path("detail").asString())
                .isEqualTo("TEMPORARY");
        assertThat(SecurityLogClient.texts(some("outcome=FAILED&userId=" + noah.id(), 6), "detail"))
                .contains("WRONG_CREDENTIALS", "LOCKED_OUT");
    }

    @Test
    void whatOperatorsDoStandsInItWithWhoDidItAndToWhom() {
        var lea = TestUserFactory.register("Lea", "Martin");
        lea.at(port).get("/api/me");
        var path = "/api/operator/users/" + lea.id();
        desk.operator().post(path + "/deactivate");
        desk.operator().post(path + "/reactivate");
        var status = desk.operator().get(path + "/status");
        desk.operator().send("PUT", path + "/status", status.eTag(), "{\"status\": \"GOLD\"}");

        var changed = one("kind=STATUS_CHANGED&userId=" + lea.id());

        assertThat(changed.path("userId").asString()).isEqualTo(lea.id().toString());
        assertThat(changed.path("actorId").asString()).isEqualTo(operator.id().toString());
        assertThat(SecurityLogClient.texts(desk.find("userId=" + lea.id()), "kind"))
                .containsSubsequence("STATUS_CHANGED", "ACCOUNT_REACTIVATED", "ACCOUNT_DEACTIVATED");
        assertThat(SecurityLogClient.texts(desk.find("kind=ACCOUNT_DEACTIVATED&userId=" + operator.id()), "userId"))
                .as("found by who did it")
                .contains(lea.id().toString());
        assertThat(some("kind=ADMIN_ACCOUNT&userId=" + lea.id(), 1)
                        .getFirst()
                        .path("actorId")
                        .isNull())
                .as("Keycloak was told by our own service account")
                .isFalse();
    }

    @Test
    void aSessionThatItsPersonEndedStandsInIt() {
        var laptop = TestUserFactory.register("Lea", "Martin");
        var phone = laptop.onAnotherDevice();
        laptop.at(port).get("/api/me");
        laptop.at(port).delete("/api/me/sessions/" + phone.session());
        laptop.at(port).delete("/api/me/sessions");

        assertThat(SecurityLogClient.texts(some("kind=SESSION_ENDED&userId=" + laptop.id(), 2), "detail"))
                .containsExactly("ALL", "ONE");
    }

    @Test
    void changesOfRightsInWorkspacesStandInItOnce() {
        var lea = new UserId(UuidV7.next());
        var noah = new UserId(UuidV7.next());
        var workspace = WorkspaceId.next();
        transactions.run(() -> {
            outbox.append(new ManagementHandedOver(workspace, lea, noah, false), 1);
            outbox.append(new MemberRemoved(workspace, lea, noah), 2);
            outbox.append(new HistoryExported(workspace, noah), 3);
        });

        var noted = some("userId=" + noah, 3);

        assertThat(SecurityLogClient.texts(noted, "kind"))
                .containsExactlyInAnyOrder("EXPORT", "MEMBER_REMOVED", "MANAGEMENT_HANDED_OVER");
        assertThat(SecurityLogClient.texts(noted, "workspaceId")).containsOnly(workspace.toString());
        assertThat(one("kind=MEMBER_REMOVED&userId=" + lea).path("actorId").asString())
                .isEqualTo(noah.toString());
    }

    @Test
    void whatOperatorsDoToDeadLettersAndRequestsStandsInIt() {
        var by = new UserId(UuidV7.next());
        var request = new ContactRequestId(UuidV7.next());
        var letter = "workspace.events-0-" + UuidV7.next();
        transactions.run(() -> {
            outbox.append(new DeadLetterReplayed("report-service", letter, false, by), 1);
            outbox.append(new DeadLetterReplayed("report-service", letter, true, by), 2);
            outbox.append(new DeadLetterDropped("agent-run-service", letter, by), 3);
            outbox.append(new ContactRequestAnswered(request, by), 1);
            outbox.append(new ContactRequestClosed(request, by), 2);
        });

        var noted = some("userId=" + by, 5);

        assertThat(noted)
                .extracting(one -> one.path("kind").asString() + " "
                        + one.path("outcome").asString() + " "
                        + one.path("client").asString(""))
                .containsExactlyInAnyOrder(
                        "DEAD_LETTER_REPLAYED FAILED report-service",
                        "DEAD_LETTER_REPLAYED DONE report-service",
                        "DEAD_LETTER_DROPPED DONE agent-run-service",
                        "CONTACT_REQUEST_ANSWERED DONE ",
                        "CONTACT_REQUEST_CLOSED DONE ");
        assertThat(SecurityLogClient.texts(noted, "actorId")).containsOnly(by.toString());
    }

    @Test
    void isReadPageByPageAndWithinATime() {
        var who = new UserId(UuidV7.next());
        var began = Instant.parse("2026-01-02T03:04:05Z");
        append(IntStream.range(0, 7)
                .mapToObj(i -> SecurityLogEntryDraft.of(
                                "test:" + UuidV7.next(), began.plusSeconds(i / 2), SecurityLogKind.SIGN_OUT)
                        .about(who))
                .toList());

        var first = desk.operator().get(SecurityLogClient.LOG + "?limit=4&userId=" + who);
        var second =
                desk.operator().get(SecurityLogClient.LOG + "?limit=4&userId=" + who + "&cursor=" + first.text("next"));

        assertThat(first.body().path("items")).hasSize(4);
        assertThat(second.body().path("items")).hasSize(3);
        assertThat(second.body().path("next").isNull()).isTrue();
        assertThat(second.body().path("items").path(0).path("sequence").asLong())
                .isLessThan(first.body().path("items").path(3).path("sequence").asLong());
        assertThat(desk.find("userId=%s&from=%s&to=%s".formatted(who, began.plusSeconds(1), began.plusSeconds(3))))
                .hasSize(4);
    }

    @Test
    void isOneChainHoweverManyWriteAtOnce() {
        var before = log.ends().last();
        var writers = IntStream.range(0, 8)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 10; i++) {
                        append(List.of(SecurityLogEntryDraft.of(
                                "test:" + UuidV7.next(), Instant.now(), SecurityLogKind.SIGN_OUT)));
                    }
                }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(writers).join();

        assertThat(log.ends().last()).isGreaterThanOrEqualTo(before + 80);
        assertThat(log.after(before, 1000)).isSortedAccordingTo((a, b) -> Long.compare(a.sequence(), b.sequence()));
        assertThat(desk.verification().path("intact").asBoolean()).isTrue();
    }

    @Test
    void theSameSourceIsWrittenOnceAndNothingOutsideATransaction() {
        var securityLogEntryDraft = SecurityLogEntryDraft.of(
                        "test:" + UuidV7.next(), Instant.now(), SecurityLogKind.SIGN_OUT)
                .about(new UserId(UuidV7.next()));
        append(List.of(securityLogEntryDraft));
        append(List.of(securityLogEntryDraft));

        assertThat(desk.find("userId=" + securityLogEntryDraft.about())).hasSize(1);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> log.append(List.of(securityLogEntryDraft)));
    }

    @Test
    void isForOperatorsAlone() {
        var lea = TestUserFactory.register("Lea", "Martin").at(port);

        for (var path : List.of(
                SecurityLogClient.LOG, SecurityLogClient.LOG + "/verification", "/api/operator/security-alerts")) {
            assertThat(lea.get(path).status()).as(path).isEqualTo(403);
            assertThat(lea.get(path).problem()).isEqualTo("forbidden");
        }
    }

    private void append(List<SecurityLogEntryDraft> notes) {
        transactions.run(() -> log.append(notes));
    }

    private JsonNode one(String query) {
        return some(query, 1).getFirst();
    }

    private List<JsonNode> some(String query, int atLeast) {
        return await().atMost(LIMIT).until(() -> desk.find(query), found -> found.size() >= atLeast);
    }

    private static Instant at(JsonNode entry) {
        return Instant.parse(entry.path("occurredAt").asString());
    }
}
