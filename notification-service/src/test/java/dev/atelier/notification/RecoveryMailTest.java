package dev.atelier.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.backing.mail.CaughtMail;
import dev.atelier.events.IdentityEvent;
import dev.atelier.events.IdentityEvent.RecoveryCompleted;
import dev.atelier.events.IdentityEvent.RecoveryConfirmed;
import dev.atelier.events.IdentityEvent.RecoveryDismissed;
import dev.atelier.events.IdentityEvent.RecoveryEvidenceRecorded;
import dev.atelier.events.IdentityEvent.RecoveryOpened;
import dev.atelier.events.id.RecoveryCaseId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.UuidV7;
import dev.atelier.testkit.RealBackingServices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The owner of an account gets a mail for each step of its recovery, also while the account is locked. */
@ServiceTest
class RecoveryMailTest {
    private static final RecoveryCaseId CASE = RecoveryCaseId.next();
    private static final UserId PERSON = new UserId(UuidV7.next());
    private static final UserId OPERATOR = new UserId(UuidV7.next());

    @Autowired
    private TestEventPublisher town;

    @Autowired
    private MongoTemplate mongo;

    private final FakeServices others = FakeServices.shared();
    private final Map<String, FakeServices.ResponseScript> answers = new ConcurrentHashMap<>();

    static Stream<Arguments> steps() {
        return Stream.of(
                Arguments.of(new RecoveryOpened(PERSON, CASE, OPERATOR), "Your account at Atelier is shut"),
                Arguments.of(new RecoveryEvidenceRecorded(PERSON, CASE, OPERATOR), "We have recorded evidence"),
                Arguments.of(new RecoveryConfirmed(PERSON, CASE, OPERATOR), "You get your account at Atelier back"),
                Arguments.of(new RecoveryDismissed(PERSON, CASE, OPERATOR), "Your account at Atelier stays shut"),
                Arguments.of(new RecoveryCompleted(PERSON, CASE), "Your account at Atelier is open again"));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void everyStepIsToldAtBothAddresses(IdentityEvent step, String subject) {
        var account = answering("ACCOUNT", "en");
        var owner = answering("OWNER", "en");

        town.publishFirst(step, 1);

        for (var email : List.of(account, owner)) {
            var mail = await().atMost(TestEventPublisher.TIMEOUT)
                    .until(() -> mails(email), found -> found.size() == 1)
                    .getFirst();
            assertThat(mail.subject()).startsWith(subject);
            assertThat(mail.text()).contains("Hello Ada Lovelace").doesNotContain("http");
        }
    }

    @Test
    void whoHasOneAddressGetsOneMailInTheirLanguage() {
        var account = answering("ACCOUNT", "fr");

        town.publishFirst(new RecoveryOpened(PERSON, CASE, OPERATOR), 1);

        await().atMost(TestEventPublisher.TIMEOUT).until(() -> mails(account).size() == 1);
        assertThat(mails(account).getFirst().subject()).startsWith("Votre compte Atelier est fermé");
        await().atMost(TestEventPublisher.TIMEOUT)
                .until(() -> mongo.getCollection("mails")
                                .find(new Document("about.to", "OWNER")
                                        .append("state", "DROPPED")
                                        .append("workspaceId", new UUID(0, 0)))
                                .into(new ArrayList<>())
                                .size()
                        >= 1);
    }

    /** Identity-service knows no other address until a test configures one. */
    private String answering(String to, String locale) {
        var email = to.toLowerCase(Locale.ROOT) + "-" + UuidV7.next() + "@mill.example";
        answers.put("recipient=" + to, FakeServices.json("""
                        {"email":"%s","name":"Ada Lovelace","locale":"%s"}""".formatted(email, locale)));
        others.at(
                "/internal/recovery-cases/" + CASE + "/mail",
                exchange -> answers.getOrDefault(
                                exchange.getRequestURI().getQuery(), FakeServices.problem(404, "not-found"))
                        .respond(exchange));
        return email;
    }

    private static List<CaughtMail> mails(String email) {
        return Arrays.stream(RealBackingServices.mail().getReceivedMessages())
                .map(CaughtMail::read)
                .filter(mail -> mail.to().toString().contains(email))
                .toList();
    }
}
