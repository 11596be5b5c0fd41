package dev.atelier.identity.securitylog.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.atelier.backing.signin.SignInFailed;
import dev.atelier.events.ReportEvent;
import dev.atelier.events.ReportEvent.ReportRequested;
import dev.atelier.events.SecurityEvent.SecurityAlertKind;
import dev.atelier.events.SecurityEvent.SecurityAlertRaised;
import dev.atelier.events.SecurityEvent.SecurityAlertSeverity;
import dev.atelier.events.WorkspaceEvent.HistoryExported;
import dev.atelier.events.WorkspaceEvent.MemberInvited;
import dev.atelier.events.WorkspaceEvent.MemberRemoved;
import dev.atelier.events.id.InvitationId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.ReportId;
import dev.atelier.events.id.SecurityAlertId;
import dev.atelier.events.id.TypedIdFactory;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.UuidV7;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.identity.ServiceTest;
import dev.atelier.identity.TestUserFactory;
import dev.atelier.identity.TestUserFactory.TestUser;
import dev.atelier.identity.TopicReader;
import dev.atelier.identity.securitylog.SecurityLogClient;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests each alert at its default threshold, and just below. */
@ServiceTest
class SecurityAlertRepositoryTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static @Nullable SecurityLogClient known;

    private final UserId lea = new UserId(UuidV7.next());
    private final WorkspaceId workspace = WorkspaceId.next();
    private long said;

    @LocalServerPort
    int port;

    @Autowired
    SecurityAlertService alerting;

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionRunner transactions;

    SecurityLogClient desk;

    @BeforeEach
    void anOperatorReads() {
        desk = known =
                known == null ? new SecurityLogClient(TestUserFactory.operator().at(port)) : known;
    }

    @Test
    void tenAccountsTriedFromOneNetworkAreSpraying() {
        var before = Instant.now();
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> TestUserFactory.pages()
                            .signIn("nobody." + UUID.randomUUID() + "@example.org", "Spring-2026-Spring"))
                    .isInstanceOf(SignInFailed.class);
        }

        await().atMost(LIMIT).untilAsserted(() -> {
            var alert = desk.alerts("kind=PASSWORD_SPRAYING").getFirst();
            assertThat(alert.path("network").asString()).isEqualTo("127.0.0.0/24");
            assertThat(alert.path("severity").asString()).isEqualTo("HIGH");
            assertThat(alert.path("userId").isNull()).isTrue();
            assertThat(alert.path("count").asInt()).isEqualTo(10);
            assertThat(Instant.parse(alert.path("lastOccurredAt").asString()))
                    .isAfter(before.minus(Duration.ofMinutes(10)));
        });
    }

    @Test
    void nineAccountsAreNotNorIsOneTriedOften() {
        var now = Instant.now();
        transactions.run(() -> {
            IntStream.range(0, 9).forEach(i -> spray("198.51.100.0/24", "account " + i, now));
            IntStream.range(0, 50).forEach(i -> spray("198.51.100.0/24", "account 1", now));
        });
        assertThat(sprayings("198.51.100.0/24")).isZero();

        transactions.run(() -> spray("198.51.100.0/24", "account 9", now));
        transactions.run(() -> IntStream.range(10, 40).forEach(i -> spray("198.51.100.0/24", "account " + i, now)));

        assertThat(sprayings("198.51.100.0/24")).as("one in a window").isOne();
    }

    @Test
    void twoHundredInvitationsOfOnePersonAreAnAlarmThatIsSaidAndNoted() {
        invite(199);
        settle();
        assertThat(alerts(SecurityAlertKind.MASS_INVITATION)).isZero();

        invite(1);

        await().atMost(LIMIT).until(() -> alerts(SecurityAlertKind.MASS_INVITATION) == 1);
        var alert = desk.alerts("kind=MASS_INVITATION").stream()
                .filter(one -> one.path("userId").asString().equals(lea.toString()))
                .findFirst()
                .orElseThrow();
        var id = TypedIdFactory.parse(SecurityAlertId.class, alert.path("id").asString());
        assertThat(alert.path("count").asInt()).isEqualTo(200);
        try (var events = TopicReader.on("identity.events")) {
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(events.all(SecurityAlertRaised.class, id))
                            .containsExactly(new SecurityAlertRaised(
                                    id, SecurityAlertKind.MASS_INVITATION, SecurityAlertSeverity.MEDIUM, lea)));
        }
        assertThat(SecurityLogClient.texts(desk.find("kind=ALERT_RAISED&userId=" + lea), "detail"))
                .containsExactly("MASS_INVITATION");
    }

    @Test
    void twentyExportsAndProjectReportsOfOnePersonAreAnAlarm() {
        transactions.run(() -> {
            IntStream.range(0, 10).forEach(i -> outbox.append(new HistoryExported(workspace, lea), ++said));
            IntStream.range(0, 9).forEach(i -> report(ReportEvent.ReportKind.PROJECT));
            IntStream.range(0, 20).forEach(i -> report(ReportEvent.ReportKind.RUN));
        });
        await().atMost(LIMIT).until(() -> desk.find("kind=EXPORT&userId=" + lea).size() == 10);
        settle();
        assertThat(alerts(SecurityAlertKind.MASS_EXPORT)).isZero();

        transactions.run(() -> report(ReportEvent.ReportKind.PROJECT));

        await().atMost(LIMIT).until(() -> alerts(SecurityAlertKind.MASS_EXPORT) == 1);
    }

    @Test
    void refreshTokensOfTwoSessionsThatAreUsedAgainAreAnAlarm() {
        var noah = TestUserFactory.register("Noah", "Weber");
        reuse(noah);
        assertThat(reuses(noah)).isZero();

        reuse(noah.onAnotherDevice());

        await().atMost(LIMIT).until(() -> reuses(noah) == 1);
    }

    @Test
    void alarmsAreReadPageByPage() {
        transactions.run(() -> IntStream.range(0, 3).forEach(i -> alerting.raise(SecurityAlertKind.MASS_EXPORT)));
        var path = "/api/operator/security-alerts?kind=MASS_EXPORT&limit=2";

        var first = desk.operator().get(path);
        var second = desk.operator().get(path + "&cursor=" + first.text("next"));

        assertThat(first.body().path("items")).hasSize(2);
        assertThat(second.body().path("items").path(0).path("id").asString())
                .isLessThan(first.body().path("items").path(1).path("id").asString());
    }

    /** Reuses a token until it is refused, which ends its session, and until the log has the entry. */
    private void reuse(TestUser device) {
        var log = "kind=TOKEN_REFRESH&outcome=FAILED&userId=" + device.id();
        var before = desk.find(log).size();
        await().atMost(LIMIT).until(() -> refused(device));
        await().atMost(LIMIT).until(() -> desk.find(log).size() > before);
        assertThat(SecurityLogClient.texts(desk.find(log), "detail")).containsOnly("REUSED_TOKEN");
    }

    /** Keycloak cannot tell tokens apart that were issued within the same second. */
    private static boolean refused(TestUser device) {
        try {
            return device.refresh().accessToken().isEmpty();
        } catch (SignInFailed e) {
            return true;
        }
    }

    private long reuses(TestUser who) {
        return desk.alerts("kind=TOKEN_REUSE").stream()
                .filter(alert -> alert.path("userId").asString().equals(who.id().toString()))
                .count();
    }

    private void spray(String network, String account, Instant at) {
        alerting.count(AbuseSignal.sprayed(network, account, at));
    }

    private long sprayings(String network) {
        return desk.alerts("kind=PASSWORD_SPRAYING").stream()
                .filter(alert -> alert.path("network").asString().equals(network))
                .count();
    }

    private void invite(int many) {
        transactions.run(() -> IntStream.range(0, many)
                .forEach(i ->
                        outbox.append(new MemberInvited(workspace, InvitationId.next(), lea, Instant.now()), ++said)));
    }

    private void report(ReportEvent.ReportKind kind) {
        outbox.append(new ReportRequested(workspace, ReportId.next(), kind, ProjectId.next(), null, lea), 1);
    }

    /** Waits until earlier events of this workspace are handled. */
    private void settle() {
        var gone = new UserId(UuidV7.next());
        transactions.run(() -> outbox.append(new MemberRemoved(workspace, gone, lea), ++said));
        await().atMost(LIMIT).until(() -> !desk.find("userId=" + gone).isEmpty());
    }

    private long alerts(SecurityAlertKind securityAlertKind) {
        return desk.alerts("kind=" + securityAlertKind).stream()
                .filter(alert -> alert.path("userId").asString().equals(lea.toString()))
                .count();
    }
}
