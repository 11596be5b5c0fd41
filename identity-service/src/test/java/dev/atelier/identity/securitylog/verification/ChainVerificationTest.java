package dev.atelier.identity.securitylog.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.UuidV7;
import dev.atelier.identity.ServiceTest;
import dev.atelier.identity.TestUserFactory;
import dev.atelier.identity.securitylog.SecurityLog;
import dev.atelier.identity.securitylog.SecurityLogClient;
import dev.atelier.identity.securitylog.entry.SecurityLogEntryDraft;
import dev.atelier.identity.securitylog.entry.SecurityLogKind;
import dev.atelier.identity.securitylog.verification.ChainVerification.ChainFault;
import dev.atelier.identity.securitylog.verification.ChainVerification.ChainFaultKind;
import dev.atelier.kit.mongo.TransactionRunner;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

@ServiceTest
class ChainVerificationTest {
    private static final String ENTRIES = "securityLog";
    private static @Nullable SecurityLogClient known;

    @LocalServerPort
    int port;

    @Autowired
    SecurityLog log;

    @Autowired
    ChainChecker checking;

    @Autowired
    TransactionRunner transactions;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    MeterRegistry meters;

    SecurityLogClient desk;
    UserId lea;
    long middle;

    @BeforeEach
    void threeEntries() {
        desk = known =
                known == null ? new SecurityLogClient(TestUserFactory.operator().at(port)) : known;
        lea = new UserId(UuidV7.next());
        transactions.run(() ->
                log.append(Stream.of(SecurityLogKind.SIGN_IN, SecurityLogKind.LOCKOUT, SecurityLogKind.SIGN_OUT)
                        .map(kind -> SecurityLogEntryDraft.of("test:" + UuidV7.next(), Instant.now(), kind)
                                .about(lea)
                                .from("203.0.113.0/24", null))
                        .toList()));
        middle = desk.find("kind=LOCKOUT&userId=" + lea)
                .getFirst()
                .path("sequence")
                .asLong();
    }

    @Test
    void theChainIsWholeFromItsBeginningToItsEnd() {
        var whole = desk.verification();

        assertThat(whole.path("intact").asBoolean()).isTrue();
        assertThat(whole.path("fault").isNull()).isTrue();
        assertThat(whole.path("checkedCount").asLong())
                .isEqualTo(whole.path("lastSequence").asLong()
                        - whole.path("firstSequence").asLong()
                        + 1);
        assertThat(whole.path("lastSequence").asLong()).isGreaterThan(middle);
        assertThat(whole.path("lastHash").asString()).hasSize(64);
    }

    @Test
    void aWalkGoesOnBehindAnEntry() {
        var rest = desk.operator()
                .get(SecurityLogClient.LOG + "/verification?after=" + middle)
                .body();

        assertThat(rest.path("intact").asBoolean()).isTrue();
        assertThat(rest.path("firstSequence").asLong()).isEqualTo(middle + 1);
    }

    @Test
    void anEntryThatWasChangedIsNamed() {
        assertNamed(entry -> entry.append("kind", "SIGN_OUT"));
        assertNamed(entry -> entry.get("subject", Document.class).append("value", "somebody else"));
        assertNamed(entry -> entry.append("at", Date.from(Instant.EPOCH)));
        assertNamed(entry -> entry.append("hash", "0".repeat(64)));
    }

    @Test
    void anEntryThatWasTakenOutIsNamed() {
        var entry = Objects.requireNonNull(mongo.findAndRemove(middle(), Document.class, ENTRIES));
        try {
            assertFault(middle, "MISSING");
            assertThat(desk.operator()
                            .get(SecurityLogClient.LOG + "/verification?after=" + middle)
                            .body()
                            .path("fault")
                            .path("kind")
                            .asString())
                    .isEqualTo("MISSING");
        } finally {
            mongo.insert(entry, ENTRIES);
        }
        assertThat(desk.verification().path("intact").asBoolean()).isTrue();
    }

    @Test
    void anEndThatWasCutOffIsNamed() {
        transactions.run(() -> {
            var last = log.ends().last();
            var cut = mongo.find(query(where("_id").gte(last)), Document.class, ENTRIES);
            mongo.remove(query(where("_id").gte(last)), ENTRIES);
            assertThat(cut).hasSize(1);
            var step = new ChainVerifier(log).after(last - 1);
            assertThat(step.fault()).isEqualTo(new ChainFault(last, ChainFaultKind.MISSING));
            mongo.insert(cut, ENTRIES);
        });
    }

    /** Runs in one transaction, so that nothing is appended after the forged end. */
    @Test
    void anEndThatIsNotTheOneWrittenLastIsNamed() {
        transactions.run(() -> {
            var chainBounds = log.ends();
            setEnd("0".repeat(64));
            var fault = Objects.requireNonNull(
                    new ChainVerifier(log).after(chainBounds.last() - 1).fault());
            assertThat(fault).isEqualTo(new ChainFault(chainBounds.last(), ChainFaultKind.WRONG_END));
            setEnd(chainBounds.lastHash());
        });
        assertThat(desk.verification().path("intact").asBoolean()).isTrue();
    }

    @Test
    void aPersonCanBeErasedAndTheChainIsWhole() {
        var erased = mongo.updateMulti(
                query(where("subject.value").is(lea.toString())),
                new Update()
                        .unset("subject.value")
                        .unset("subject.salt")
                        .unset("network.value")
                        .unset("network.salt"),
                ENTRIES);

        assertThat(erased.getModifiedCount()).isEqualTo(3);

        assertThat(desk.verification().path("intact").asBoolean()).isTrue();
        assertThat(desk.find("userId=" + lea)).isEmpty();
    }

    @Test
    void whatIsTooOldIsDroppedAndTheRestIsWhole() {
        var anchor = log.ends().anchor();

        int dropped = transactions.call(() -> log.deleteBefore(Instant.now().plusSeconds(60), 2));

        assertThat(dropped).isEqualTo(2);
        assertThat(log.ends().anchor()).isEqualTo(anchor + 2);
        var whole = desk.verification();
        assertThat(whole.path("intact").asBoolean()).isTrue();
        assertThat(whole.path("firstSequence").asLong()).isEqualTo(anchor + 3);
        assertThat(transactions.<Integer>call(() -> log.deleteBefore(Instant.EPOCH, 2)))
                .as("nothing is that old")
                .isZero();
    }

    @Test
    void thePeriodicCheckSetsTheMeterAndRaisesOneAlarm() {
        mongo.remove(new Query(), "securityLogChecks");
        checking.checkWhenDue(() -> true);
        assertThat(chain()).isEqualTo(1);
        int alarms = desk.alerts("kind=LOG_BROKEN").size();

        mongo.updateFirst(middle(), Update.update("kind", "SIGN_OUT"), ENTRIES);
        try {
            checking.checkWhenDue(() -> true);
            assertThat(chain()).as("it is not yet time").isEqualTo(1);
            checkAgain();
            checkAgain();
            assertThat(chain()).isZero();
            assertThat(desk.alerts("kind=LOG_BROKEN")).hasSize(alarms + 1);
        } finally {
            mongo.updateFirst(middle(), Update.update("kind", "LOCKOUT"), ENTRIES);
        }
        checkAgain();
        assertThat(chain()).isEqualTo(1);
    }

    private void setEnd(String hash) {
        mongo.updateFirst(query(where("_id").is("chain")), Update.update("lastHash", hash), "securityLogHeads");
    }

    private void checkAgain() {
        mongo.updateMulti(new Query(), Update.update("at", Instant.EPOCH), "securityLogChecks");
        await().until(() -> {
            checking.checkWhenDue(() -> true);
            var check = mongo.findById("last", Document.class, "securityLogChecks");
            return check != null && check.getDate("at").toInstant().isAfter(Instant.EPOCH);
        });
    }

    private double chain() {
        return meters.get("atelier.securitylog.chain").gauge().value();
    }

    private void assertNamed(Consumer<Document> change) {
        var before = Objects.requireNonNull(mongo.findOne(middle(), Document.class, ENTRIES));
        var changed = Objects.requireNonNull(mongo.findOne(middle(), Document.class, ENTRIES));
        change.accept(changed);
        mongo.save(changed, ENTRIES);
        try {
            assertFault(middle, "CHANGED");
        } finally {
            mongo.save(before, ENTRIES);
        }
        assertThat(desk.verification().path("intact").asBoolean()).isTrue();
    }

    private void assertFault(long sequence, String why) {
        var found = desk.verification();
        assertThat(found.path("intact").asBoolean()).isFalse();
        assertThat(found.path("fault").path("sequence").asLong()).isEqualTo(sequence);
        assertThat(found.path("fault").path("kind").asString()).isEqualTo(why);
        assertThat(found.path("lastSequence").asLong()).isEqualTo(sequence - 1);
    }

    private Query middle() {
        return query(where("_id").is(middle));
    }
}
