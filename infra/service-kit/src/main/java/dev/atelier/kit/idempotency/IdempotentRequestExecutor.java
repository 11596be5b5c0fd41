package dev.atelier.kit.idempotency;

import dev.atelier.kit.mongo.TransactionRunner;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does a request once, however often and however simultaneously it is sent: work and answer commit together, so a crash
 * leaves both or neither. The answer is kept 24 hours.
 */
public final class IdempotentRequestExecutor {
    static final Duration KEPT = Duration.ofHours(24);

    private final MongoTemplate mongo;
    private final TransactionRunner transactionRunner;
    private final JsonMapper json;
    private final Clock clock;

    IdempotentRequestExecutor(MongoTemplate mongo, TransactionRunner transactionRunner, JsonMapper json, Clock clock) {
        this.mongo = mongo;
        this.transactionRunner = transactionRunner;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The answer of the first request with this key; the work runs in one transaction, and only where there was none.
     * What the work refuses is not kept: the client may try again.
     *
     * @param request what was asked, as JSON writes it: the same key with another one is refused with 422
     */
    public <R> R answer(IdempotencyKey key, Object request, Class<R> response, Supplier<R> work) {
        var print = IdempotentResponseDocument.print(json.writeValueAsString(request));
        return transactionRunner.call(() -> {
            var earlier = earlier(key, print, response);
            if (earlier.isPresent()) {
                return earlier.get();
            }
            var answer = work.get();
            mongo.insert(new IdempotentResponseDocument(
                    IdempotentResponseDocument.id(key),
                    print,
                    json.writeValueAsString(answer),
                    clock.instant().plus(KEPT)));
            return answer;
        });
    }

    /** As the other, and without a key simply the work in one transaction. */
    public <R> R answer(Optional<IdempotencyKey> key, Object request, Class<R> response, Supplier<R> work) {
        return key.isPresent() ? answer(key.get(), request, response, work) : transactionRunner.call(work);
    }

    /** Whether a request with this key was answered: what it asks for is done, and no limit stands in its way any more. */
    public boolean isKnown(Optional<IdempotencyKey> key) {
        return key.map(one -> mongo.findById(IdempotentResponseDocument.id(one), IdempotentResponseDocument.class))
                .isPresent();
    }

    /**
     * The answer of the first request with this key, where there was one.
     *
     * @param request what was asked, as JSON writes it: the same key with another one is refused with 422
     */
    public <R> Optional<R> earlier(Optional<IdempotencyKey> key, Object request, Class<R> response) {
        return key.flatMap(
                one -> earlier(one, IdempotentResponseDocument.print(json.writeValueAsString(request)), response));
    }

    private <R> Optional<R> earlier(IdempotencyKey key, String print, Class<R> response) {
        var earlier = mongo.findById(IdempotentResponseDocument.id(key), IdempotentResponseDocument.class);
        if (earlier == null) {
            return Optional.empty();
        }
        if (!earlier.request().equals(print)) {
            throw new IdempotencyKeyReused();
        }
        return Optional.of(json.readValue(earlier.response(), response));
    }
}
