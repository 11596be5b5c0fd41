package dev.atelier.kit.keyrotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.atelier.kit.crypto.SealedContext;
import dev.atelier.kit.crypto.SealedSecret;
import dev.atelier.kit.crypto.SecretSealer;
import dev.atelier.kit.crypto.SecretUnreadable;
import dev.atelier.testkit.RealBackingServices;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.UuidRepresentation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

class SealedSecretRewrapperTest {
    private static final String OLD = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String NEW =
            Base64.getEncoder().encodeToString("a key of exactly thirty-two byte".getBytes(StandardCharsets.US_ASCII));

    private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(
                    new ConnectionString(RealBackingServices.mongo().uri("rotation")))
            .uuidRepresentation(UuidRepresentation.STANDARD)
            .build());
    private final MongoTemplate mongo = new MongoTemplate(new SimpleMongoClientDatabaseFactory(client, "rotation"));
    private final SecretSealer before = SecretSealer.of(OLD);
    private final SecretSealer between = SecretSealer.of(NEW + "," + OLD);
    private final SecretSealer after = SecretSealer.of(NEW);

    @Document("safes")
    record Safe(@Id UUID id, @SealedContext("safes/") SealedSecret secret) {}

    @Document("forgetfulSafes")
    record SafeWithoutContext(@Id UUID id, SealedSecret secret) {}

    @AfterEach
    void tidy() {
        mongo.getDb().drop();
        client.close();
    }

    private SealedSecretRewrapper rewrapper(SecretSealer secretSealer) {
        return new SealedSecretRewrapper(
                mongo, () -> secretSealer, SealedField.of(documents(Safe.class)), Clock.systemUTC());
    }

    private static MongoMappingContext documents(Class<?> type) {
        var context = new MongoMappingContext();
        context.setInitialEntitySet(Set.of(type));
        context.afterPropertiesSet();
        return context;
    }

    private List<Safe> safes(int count, SecretSealer secretSealer) {
        return IntStream.range(0, count)
                .mapToObj(n -> UUID.randomUUID())
                .map(id -> mongo.save(new Safe(id, secretSealer.seal("secret of " + id, "safes/" + id))))
                .toList();
    }

    @Test
    void aPassThatFailsIsMadeAgainAtOnce() {
        safes(1, before);
        var asked = new AtomicInteger();
        var rewrapper = new SealedSecretRewrapper(
                mongo,
                () -> {
                    if (asked.getAndIncrement() == 0) {
                        throw new IllegalStateException("MongoDB is away");
                    }
                    return between;
                },
                SealedField.of(documents(Safe.class)),
                Clock.systemUTC());

        assertThatThrownBy(rewrapper::tryOne).hasMessage("MongoDB is away");

        assertThat(rewrapper.tryOne()).isTrue();
        assertThat(rewrapper.status().outdated()).isZero();
    }

    @Test
    void afterAPassTheNewKeyAloneOpensEverything() {
        var safes = safes(120, before);
        assertThat(rewrapper(between).status().outdated()).isEqualTo(120);

        assertThat(rewrapper(between).tryOne()).isTrue();

        var status = rewrapper(between).status();
        assertThat(status.outdated()).isZero();
        assertThat(status.currentKeyId()).isEqualTo(between.currentKeyId());
        assertThat(status.keys()).containsExactly(new MasterKeyStatus.KeyUse(after.currentKeyId(), 120));
        for (var safe : mongo.findAll(Safe.class)) {
            assertThat(after.open(safe.secret(), "safes/" + safe.id())).isEqualTo("secret of " + safe.id());
        }
        assertThatThrownBy(() -> after.open(
                        safes.getFirst().secret(), "safes/" + safes.getFirst().id()))
                .isInstanceOf(SecretUnreadable.class);
    }

    @Test
    void whatCannotBeOpenedIsLeftAndKeepsNothingElseBack() {
        var lost = safes(1, SecretSealer.of(Base64.getEncoder().encodeToString(new byte[] {
            1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1
        })));
        safes(60, before);

        rewrapper(between).tryOne();

        assertThat(rewrapper(between).status().outdated()).isEqualTo(1);
        assertThat(mongo.findById(lost.getFirst().id(), Safe.class)).isEqualTo(lost.getFirst());
    }

    @Test
    void aPassOfWhatIsUpToDateDoesNothing() {
        safes(1, after);

        assertThat(rewrapper(after).tryOne()).isFalse();
    }

    @Test
    void aDocumentWhoseSecretNamesNoContextStopsTheStart() {
        assertThatThrownBy(() -> SealedField.of(documents(SafeWithoutContext.class)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("@SealedContext");
    }
}
