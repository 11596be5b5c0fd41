package dev.atelier.notification.mail.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import dev.atelier.kit.email.EmailAddress;
import dev.atelier.notification.ServiceTest;
import dev.atelier.notification.mail.MailKind;
import dev.atelier.notification.mail.TestMailKind;
import dev.atelier.notification.mail.TestMailSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@ServiceTest
class RecipientQuotaCounterTest {
    private static final Instant NOW = Instant.parse("2026-11-30T20:00:00Z");

    @Autowired
    private MongoTemplate service;

    @Autowired
    private MongoClient client;

    private MongoTemplate mongo;

    @BeforeEach
    void nobodyHasHadAMail() {
        mongo = IsolatedMailDatabase.of(client, service);
    }

    @Test
    void asManyInvitationsPassAsTheLimitSaysAndNotOneMore() {
        assertThat(Stream.generate(() -> invited("Noah@example.org", NOW)).limit(10))
                .containsOnly(true);

        assertThat(invited("noah@example.org", NOW)).isFalse();
        assertThat(invited("noah+works@EXAMPLE.org", NOW)).isFalse();
        assertThat(invited("noel@example.org", NOW)).isTrue();
    }

    @Test
    void itIsCountedOverADay() {
        Stream.generate(() -> invited("noah@example.org", NOW))
                .limit(10)
                .forEach(passed -> assertThat(passed).isTrue());

        assertThat(invited("noah@example.org", NOW.plus(Duration.ofDays(1)).minusMillis(1)))
                .isFalse();
        assertThat(invited("noah@example.org", NOW.plus(Duration.ofDays(1)))).isTrue();
    }

    @Test
    void aMailThatGoesAgainCountsOnce() {
        var mail = UUID.randomUUID().toString();
        Stream.generate(() -> invited("noah@example.org", NOW))
                .limit(9)
                .forEach(passed -> assertThat(passed).isTrue());

        assertThat(Stream.generate(() -> take("noah@example.org", TestMailKind.INVITATION, mail, NOW))
                        .limit(3))
                .containsOnly(true);
        assertThat(invited("noah@example.org", NOW)).isFalse();
        assertThat(take("noah@example.org", TestMailKind.INVITATION, mail, NOW)).isTrue();
    }

    @Test
    void sendersOfAllInstancesTogetherDoNotPassIt() {
        var passed = IntStream.range(0, 40)
                .parallel()
                .filter(_ -> invited("noah@example.org", NOW))
                .count();

        assertThat(passed).isEqualTo(10);
    }

    @Test
    void otherMailsHaveALimitOfTheirOwnAndSecurityMailsHaveNone() {
        Stream.generate(() -> invited("noah@example.org", NOW)).limit(11).forEach(_ -> {});
        assertThat(Stream.generate(() -> take("noah@example.org", TestMailKind.MENTION, NOW))
                        .limit(500))
                .containsOnly(true);

        assertThat(take("noah@example.org", TestMailKind.MENTION, NOW)).isFalse();
        assertThat(take("noah@example.org", TestMailKind.RECOVERY_OPENED, NOW)).isTrue();
    }

    private boolean invited(String email, Instant now) {
        return take(email, TestMailKind.INVITATION, now);
    }

    private boolean take(String email, MailKind kind, Instant now) {
        return take(email, kind, UUID.randomUUID().toString(), now);
    }

    private boolean take(String email, MailKind kind, String mail, Instant now) {
        var settings = TestMailSettings.claimedFor(Duration.ofMinutes(1));
        return new RecipientQuotaCounter(mongo, settings, Clock.fixed(now, ZoneOffset.UTC))
                .tryConsume(new EmailAddress(email), kind, mail);
    }
}
