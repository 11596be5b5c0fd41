package dev.atelier.identity.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.atelier.backing.signin.BrowserSignIn;
import dev.atelier.backing.signin.NewUser;
import dev.atelier.backing.signin.SignInFailed;
import dev.atelier.events.IdentityEvent.RecoveryCompleted;
import dev.atelier.events.IdentityEvent.RecoveryConfirmed;
import dev.atelier.events.IdentityEvent.RecoveryDismissed;
import dev.atelier.events.IdentityEvent.RecoveryEvidenceRecorded;
import dev.atelier.events.IdentityEvent.RecoveryOpened;
import dev.atelier.events.IdentityEvent.UserDeactivated;
import dev.atelier.events.IdentityEvent.UserReactivated;
import dev.atelier.events.RevocationState;
import dev.atelier.events.UserState;
import dev.atelier.events.id.RecoveryCaseId;
import dev.atelier.events.id.TypedIdFactory;
import dev.atelier.identity.IdentityClient;
import dev.atelier.identity.IdentityClient.TestResponse;
import dev.atelier.identity.ServiceTest;
import dev.atelier.identity.TestUserFactory;
import dev.atelier.identity.TestUserFactory.TestUser;
import dev.atelier.identity.TopicReader;
import dev.atelier.identity.account.UserDirectory;
import dev.atelier.testkit.RealBackingServices;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class AccountRecoveryTest {
    private static final String CASES = "/api/operator/recovery-cases";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static @Nullable TestUser first;
    private static @Nullable TestUser second;

    @LocalServerPort
    int port;

    @Autowired
    RecoveryWorker restoring;

    @Autowired
    UserDirectory directory;

    @Autowired
    MongoTemplate mongo;

    private TestUser olga;
    private TestUser otto;
    private TestUser lea;

    @BeforeEach
    void twoOperatorsAndSomebodyWhoseAccountWasHacked() {
        olga = first = first == null ? TestUserFactory.operator() : first;
        otto = second = second == null ? TestUserFactory.anotherOperator() : second;
        lea = TestUserFactory.register("Lea", "Martin");
    }

    private TestResponse open(@Nullable String address) {
        var body = JsonMapper.shared()
                .createObjectNode()
                .put("userId", lea.id().toString())
                .put("report", "Lea called: somebody else writes in her name.");
        if (address != null) {
            body.put("email", address);
        }
        return olga.at(port).send("POST", CASES, null, body.toString());
    }

    private TestResponse note(TestUser operator, TestResponse before, String step) {
        return operator.at(port)
                .send(
                        "POST",
                        CASES + "/" + before.text("id") + "/" + step,
                        before.eTag(),
                        step.equals("resend-link") ? null : "{\"note\": \"Passport seen, called back.\"}");
    }

    private TestResponse now(TestResponse before) {
        return olga.at(port).get(CASES + "/" + before.text("id"));
    }

    private TestResponse awaitState(TestResponse recovery, String state) {
        await().atMost(LIMIT).until(() -> now(recovery).text("state").equals(state));
        return now(recovery);
    }

    /** Sets a new password with the mailed link. */
    private void renew(String email, int mailsBefore) {
        var renewed = new NewUser("Lea", "Martin", email, "Another-long-enough-secret");
        BrowserSignIn.resetPassword(renewed, RealBackingServices.mailboxReader(), mailsBefore);
    }

    @Test
    void theOwnerGetsTheAccountBackByTwoOperatorsAndNewCredentials() {
        var mails = BrowserSignIn.countLinkMails(lea.person().email(), RealBackingServices.mailboxReader());

        var opened = open(null);

        assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);
        assertThat(opened.text("state")).isEqualTo("OPEN");
        var other = open(null);
        assertThat(other.problem()).isEqualTo("recovery-case-open");
        assertThat(other.text("recoveryCaseId")).isEqualTo(opened.text("id"));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThatThrownBy(lea::refresh).isInstanceOf(SignInFailed.class));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThatThrownBy(lea::signInAgain).isInstanceOf(SignInFailed.class));
        var user = "/api/operator/users/" + lea.id();
        assertThat(olga.at(port).post(user + "/reactivate").problem()).isEqualTo("recovery-needed");
        assertThat(olga.at(port)
                        .post(user + "/deactivate")
                        .body()
                        .path("recovering")
                        .asBoolean())
                .isTrue();

        assertThat(note(otto, opened, "confirm").problem()).isEqualTo("evidence-needed");
        var evident = note(olga, opened, "evidence");
        assertThat(note(olga, evident, "confirm").problem()).isEqualTo("second-person-needed");
        assertThat(note(otto, opened, "confirm").status())
                .as("of what they have not read")
                .isEqualTo(412);
        assertThat(note(otto, evident, "confirm").status()).isEqualTo(200);

        var waiting = awaitState(opened, "AWAITING_CREDENTIALS");
        assertThatThrownBy(lea::signInAgain).as("with the old password").isInstanceOf(SignInFailed.class);
        assertThat(waiting.body().path("steps"))
                .extracting(step -> step.path("kind").asString())
                .containsExactly("OPENED", "EVIDENCE_RECORDED", "CONFIRMED", "CREDENTIALS_REMOVED", "LINK_SENT");
        renew(lea.person().email(), mails);

        awaitState(opened, "COMPLETED");
        assertThatThrownBy(lea::signInAgain).as("with the old password").isInstanceOf(SignInFailed.class);
        assertThat(TestUserFactory.pages()
                        .signIn(lea.person().email(), "Another-long-enough-secret")
                        .accessToken())
                .isNotBlank();
        said(opened);
    }

    private void said(TestResponse recovery) {
        var id = TypedIdFactory.parse(RecoveryCaseId.class, recovery.text("id"));
        try (var events = TopicReader.on("identity.events");
                var users = TopicReader.on("identity.users");
                var revocations = TopicReader.on("identity.revocations")) {
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(events.all(RecoveryCompleted.class, lea.id()))
                            .containsExactly(new RecoveryCompleted(lea.id(), id)));
            assertThat(events.all(RecoveryOpened.class, lea.id()))
                    .containsExactly(new RecoveryOpened(lea.id(), id, olga.id()));
            assertThat(events.all(RecoveryEvidenceRecorded.class, lea.id()))
                    .containsExactly(new RecoveryEvidenceRecorded(lea.id(), id, olga.id()));
            assertThat(events.all(RecoveryConfirmed.class, lea.id()))
                    .containsExactly(new RecoveryConfirmed(lea.id(), id, otto.id()));
            assertThat(events.all(UserDeactivated.class, lea.id())).hasSize(1);
            assertThat(events.all(UserReactivated.class, lea.id()))
                    .containsExactly(new UserReactivated(lea.id(), otto.id()));
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(users.all(UserState.class, lea.id()))
                            .last()
                            .satisfies(state -> assertThat(state.deactivated()).isFalse())
                            .satisfies(state -> assertThat(state.held()).isFalse()));
            assertThat(users.all(UserState.class, lea.id()))
                    .anySatisfy(state ->
                            assertThat(state.held() && state.deactivated()).isTrue());
            assertThat(revocations.all(RevocationState.class, lea.id())).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void anOwnerWhoseAddressIsInOtherHandsIsReachedElsewhere() {
        var address = "lea." + UUID.randomUUID() + "@example.org";
        var opened = open(address);
        var evident = note(olga, opened, "evidence");
        note(otto, evident, "confirm");
        var waiting = awaitState(opened, "AWAITING_CREDENTIALS");

        var again = note(olga, waiting, "resend-link");

        assertThat(again.text("state")).isEqualTo("CREDENTIALS_REMOVED");
        awaitState(opened, "AWAITING_CREDENTIALS");
        await().atMost(LIMIT)
                .until(() -> BrowserSignIn.countLinkMails(address, RealBackingServices.mailboxReader()) >= 2);
        renew(address, 1);
        awaitState(opened, "COMPLETED");
        assertThat(TestUserFactory.pages()
                        .signIn(address, "Another-long-enough-secret")
                        .accessToken())
                .isNotBlank();
        var mail = "/internal/recovery-cases/" + opened.text("id") + "/mail?recipient=";
        var notification = new IdentityClient(port, TestUserFactory.service("notification-service"));
        assertThat(notification.get(mail + "ACCOUNT").text("email"))
                .isEqualTo(lea.person().email());
        assertThat(notification.get(mail + "OWNER").text("email")).isEqualTo(address);
        assertThat(olga.at(port).get(mail + "OWNER").status()).isEqualTo(401);
        await().atMost(LIMIT)
                .until(() -> olga.at(port)
                                .get("/api/operator/users?email=" + address)
                                .body()
                                .path("items")
                                .size()
                        == 1);
    }

    @Test
    void aCaseInWhichNobodyIsTheOwnerLeavesTheAccountShut() {
        var opened = open(null);

        var dismissed = note(olga, opened, "dismiss");

        assertThat(dismissed.text("state")).isEqualTo("DISMISSED");
        assertThat(note(otto, dismissed, "evidence").problem()).isEqualTo("not-in-this-state");
        try (var events = TopicReader.on("identity.events");
                var users = TopicReader.on("identity.users")) {
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(events.all(RecoveryDismissed.class, lea.id()))
                            .hasSize(1));
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(users.all(UserState.class, lea.id()))
                            .last()
                            .satisfies(state -> assertThat(state.deactivated()).isTrue())
                            .satisfies(state -> assertThat(state.held()).isFalse()));
        }
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThatThrownBy(lea::signInAgain).isInstanceOf(SignInFailed.class));
        assertThat(olga.at(port)
                        .post("/api/operator/users/" + lea.id() + "/reactivate")
                        .problem())
                .isEqualTo("recovery-needed");
        assertThat(open(null).status()).as("another case").isEqualTo(201);
    }

    @Test
    void whileKeycloakIsAwayTheCaseStandsStillAndGoesOnAfterwards() {
        var mails = BrowserSignIn.countLinkMails(lea.person().email(), RealBackingServices.mailboxReader());
        assertThat(lea.at(port).get("/api/me").status()).isEqualTo(200);
        RealBackingServices.keycloak().stop();
        TestResponse opened;
        try {
            opened = open(null);
            assertThat(opened.status()).isEqualTo(201);
            note(otto, note(olga, opened, "evidence"), "confirm");
            await().atMost(LIMIT)
                    .until(() -> now(opened).body().path("failedAttempts").asInt() > 0);
            assertThat(now(opened).text("state")).isEqualTo("CONFIRMED");
        } finally {
            RealBackingServices.keycloak().restart();
        }
        awaitState(opened, "AWAITING_CREDENTIALS");
        renew(lea.person().email(), mails);
        awaitState(opened, "COMPLETED");
    }

    @Test
    void aServiceThatDiesBeforeItNotesAPartDoesItAgain() {
        var opened = open(null);
        note(otto, note(olga, opened, "evidence"), "confirm");
        var id = TypedIdFactory.parse(RecoveryCaseId.class, opened.text("id"));
        var waiting = awaitState(opened, "AWAITING_CREDENTIALS");
        var mails = BrowserSignIn.countLinkMails(lea.person().email(), RealBackingServices.mailboxReader());

        mongo.updateFirst(
                query(where("_id").is(id.value())),
                new Update().set("state", "CONFIRMED").set("due", Instant.now()),
                RecoveryCase.class);

        await().atMost(LIMIT)
                .until(() -> now(opened).body().path("steps").size()
                        == waiting.body().path("steps").size() + 2);
        awaitState(opened, "AWAITING_CREDENTIALS");
        renew(lea.person().email(), mails);
        awaitState(opened, "COMPLETED");
    }

    @Test
    void whoComesLateWithACaseThatHasGoneOnDoesNothing() {
        var opened = open(null);
        note(otto, note(olga, opened, "evidence"), "confirm");
        var waiting = awaitState(opened, "AWAITING_CREDENTIALS");
        var id = TypedIdFactory.parse(RecoveryCaseId.class, opened.text("id"));
        var stale = RecoveryCase.open(lea.id(), "Hacked.", null, null, olga.id(), Instant.now())
                .evidence("Passport seen.", null, olga.id(), Instant.now())
                .confirm("Yes.", otto.id(), Instant.now());

        restoring.advance(new RecoveryCase(
                id,
                lea.id(),
                lea.id(),
                stale.state(),
                "Hacked.",
                null,
                null,
                null,
                stale.steps(),
                0,
                stale.due(),
                null,
                null));

        assertThat(directory.find(lea.id()).orElseThrow().enabled()).isTrue();
        assertThat(now(opened).eTag()).isEqualTo(waiting.eTag());
    }

    @Test
    void operatorsAloneSeeCasesAndNoneTheirOwn() {
        var opened = open(null);
        var mine = JsonMapper.shared()
                .createObjectNode()
                .put("userId", olga.id().toString())
                .put("report", "Me.");

        assertThat(olga.at(port).send("POST", CASES, null, mine.toString()).problem())
                .isEqualTo("cannot-recover-yourself");
        var stranger = TestUserFactory.register("Noah", "Weber").at(port);
        assertThat(stranger.get(CASES).problem()).isEqualTo("forbidden");
        assertThat(stranger.get(CASES + "/" + opened.text("id")).problem()).isEqualTo("forbidden");
        assertThat(olga.at(port)
                        .get(CASES + "?userId=" + lea.id())
                        .body()
                        .path("items")
                        .path(0)
                        .path("id")
                        .asString())
                .isEqualTo(opened.text("id"));
        assertThat(olga.at(port).get(CASES).body().path("items"))
                .anySatisfy(item -> assertThat(item.path("id").asString()).isEqualTo(opened.text("id")));
        assertThat(new IdentityClient(port, "").get(CASES).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            userId  | {"report": "Hacked."}
            userId  | {"userId": "me", "report": "Hacked."}
            report  | {"userId": "%s"}
            report  | {"userId": "%s", "report": "  "}
            email   | {"userId": "%s", "report": "Hacked.", "email": "nowhere"}
            note    | {"userId": "%s", "report": "Hacked.", "note": "Unknown field."}
            """)
    void theFieldThatIsWrongIsNamed(String field, String body) {
        var testResponse = olga.at(port).send("POST", CASES, null, body.formatted(lea.id()));

        assertThat(testResponse.status()).as(testResponse.body().toString()).isEqualTo(400);
        assertThat(testResponse.body().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @Test
    void otherMistakesAreNamedToo() {
        var taken = open(otto.person().email());
        assertThat(taken.body().at("/errors/0/field").asString()).isEqualTo("email");
        var unknown = "{\"userId\": \"%s\", \"report\": \"Hacked.\"}".formatted(UUID.randomUUID());
        assertThat(olga.at(port)
                        .send("POST", CASES, null, unknown)
                        .body()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("userId");
        assertThat(olga.at(port).get(CASES + "/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(olga.at(port).get(CASES + "?state=LOST").status()).isEqualTo(400);
        var opened = open(null);
        var path = CASES + "/" + opened.text("id");
        for (var step : List.of("/evidence", "/confirm", "/dismiss")) {
            assertThat(olga.at(port)
                            .send("POST", path + step, null, "{\"note\": \"a\"}")
                            .status())
                    .isEqualTo(428);
            assertThat(olga.at(port)
                            .send("POST", path + step, opened.eTag(), "{}")
                            .status())
                    .isEqualTo(400);
        }
        assertThat(olga.at(port)
                        .send(
                                "POST",
                                path + "/evidence",
                                opened.eTag(),
                                "{\"note\":\"%s\"}".formatted("x".repeat(2001)))
                        .status())
                .isEqualTo(400);
    }
}
