package dev.atelier.kit.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.kit.problem.InvalidInput;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.testkit.RealMongo;
import dev.atelier.testkit.tokens.TrustTestTokens;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

@RealMongo
@TrustTestTokens
@SpringBootTest(
        classes = IdempotentRequestExecutorTest.IdempotencyApplication.class,
        properties = {
            "spring.application.name=things",
            "spring.autoconfigure.exclude=org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration"
        })
class IdempotentRequestExecutorTest {
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class IdempotencyApplication {}

    record CreateThingRequest(String title) {}

    record CreatedThingResponse(String id) {}

    @Autowired
    private IdempotentRequestExecutor idempotency;

    @Autowired
    private MongoTemplate mongo;

    private final IdempotencyKey key =
            new IdempotencyKey("a person POST /api/things", UUID.randomUUID().toString());

    @Test
    void aRepeatedRequestGetsTheFirstAnswer() {
        assertThat(ask("a")).isEqualTo(ask("a"));
        assertThat(effects()).isOne();
    }

    @Test
    void theSameKeyForAnotherRequestIsRefused() {
        ask("a");

        assertThatThrownBy(() -> ask("b")).isInstanceOf(IdempotencyKeyReused.class);
        assertThat(effects()).isOne();
    }

    @Test
    void theSameKeyElsewhereIsAnotherKey() {
        var elsewhere = new IdempotencyKey("another person POST /api/things", key.value());

        assertThat(ask("a"))
                .isNotEqualTo(idempotency.execute(
                        elsewhere, new CreateThingRequest("a"), CreatedThingResponse.class, this::effect));
    }

    @Test
    void whatWasRefusedMayBeTriedAgain() {
        assertThatThrownBy(
                        () -> idempotency.execute(key, new CreateThingRequest("a"), CreatedThingResponse.class, () -> {
                            effect();
                            throw new NotFound();
                        }))
                .isInstanceOf(NotFound.class);
        assertThat(effects()).isZero();

        ask("a");
        assertThat(effects()).isOne();
    }

    @Test
    void simultaneousRequestsHaveOneEffectAndOneAnswer() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = java.util.Collections.nCopies(8, (Callable<CreatedThingResponse>) () -> ask("a"));
            var answers = new HashSet<CreatedThingResponse>();
            for (var answer : threads.invokeAll(asking)) {
                answers.add(answer.get());
            }
            assertThat(answers).hasSize(1);
        }
        assertThat(effects()).isOne();
    }

    @Test
    void withoutAKeyEachRequestIsDone() {
        idempotency.execute(Optional.empty(), new CreateThingRequest("a"), CreatedThingResponse.class, this::effect);
        idempotency.execute(Optional.empty(), new CreateThingRequest("a"), CreatedThingResponse.class, this::effect);

        assertThat(effects()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "ünïcode"})
    void aKeyIsVisibleAscii(String value) {
        assertThatThrownBy(() -> new IdempotencyKey("x", value)).isInstanceOf(InvalidInput.class);
    }

    private CreatedThingResponse ask(String title) {
        return idempotency.execute(key, new CreateThingRequest(title), CreatedThingResponse.class, this::effect);
    }

    private CreatedThingResponse effect() {
        var id = UUID.randomUUID().toString();
        mongo.insert(new org.bson.Document("test", key.value()).append("given", id), "effects");
        return new CreatedThingResponse(id);
    }

    private long effects() {
        return mongo.count(
                Query.query(org.springframework.data.mongodb.core.query.Criteria.where("test")
                        .is(key.value())),
                "effects");
    }
}
