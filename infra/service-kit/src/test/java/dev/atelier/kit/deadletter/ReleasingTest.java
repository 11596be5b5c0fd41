package dev.atelier.kit.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.kit.deadletter.SecondAttempt.Outcome;
import dev.atelier.kit.kafka.TransientCause.TryAgain;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.testkit.RealMongo;
import dev.atelier.testkit.tokens.TestIssuer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

@RealMongo
@TestIssuer
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        classes = ReleasingTest.Application.class,
        properties = {"spring.application.name=releasing-test", "atelier.kafka.enabled=false"})
class ReleasingTest {
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}

    @Autowired
    private DeadLetters letters;

    @Autowired
    private Transactions transactions;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final AtomicInteger tries = new AtomicInteger();
    private final String subject = "projects/" + UUID.randomUUID();
    private RuntimeException trouble = new IllegalStateException("Secret");
    private Releasing releasing;

    @BeforeEach
    void oneWhoseTurnHasCome() {
        InstantSource source = now::get;
        releasing = new Releasing(
                letters,
                new Replays(letters, () -> Stream.of(new Trying()), transactions),
                source.withZone(ZoneOffset.UTC));
        for (var offset = 0; offset < 2; offset++) {
            keep(offset);
        }
        transactions.run(() -> letters.take(letters.find("workspace.events-0-0").orElseThrow()));
    }

    @AfterEach
    void nobodyIsLeft() {
        transactions.run(() -> letters.find("workspace.events-0-1").ifPresent(letters::take));
    }

    @Test
    void aLineThatCannotMoveIsLeftAloneLongerEachTime() {
        triesAfter(Duration.ZERO, 1);
        triesAfter(Duration.ZERO, 1);
        triesAfter(Duration.ofSeconds(1), 2);
        triesAfter(Duration.ofSeconds(1), 2);
        triesAfter(Duration.ofSeconds(1), 3);
        for (var more = 4; more < 9; more++) {
            triesAfter(Duration.ofMinutes(1), more);
        }
    }

    @Test
    void anOperatorsHandEndsThePause() {
        triesAfter(Duration.ZERO, 1);
        releasing.wake();
        triesAfter(Duration.ZERO, 2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void itSaysWhichAndWhyWithoutContent(boolean mayPass, CapturedOutput log) {
        trouble = mayPass ? new TryAgain(new IOException("Secret")) : trouble;

        triesAfter(Duration.ZERO, 1);

        assertThat(log)
                .contains("workspace.events-0-1", mayPass ? "IOException" : "IllegalStateException")
                .doesNotContain("Secret");
    }

    private void triesAfter(Duration time, int expected) {
        now.set(now.get().plus(time));
        releasing.oneOfEach();
        assertThat(tries).hasValue(expected);
    }

    private void keep(long offset) {
        var record = new ConsumerRecord<>("workspace.events", 0, offset, "key", "{}");
        record.headers().add("ce_subject", subject.getBytes(UTF_8));
        transactions.run(() -> letters.keep(record, Reason.parked()));
    }

    /** Never gets what it needs. */
    private final class Trying implements SecondAttempt {
        @Override
        public boolean handles(String topic) {
            return true;
        }

        @Override
        public Supplier<Outcome> prepare(DeadLetter letter) {
            tries.incrementAndGet();
            throw trouble;
        }
    }
}
