package dev.atelier.kit.idempotency;

import dev.atelier.kit.mongo.TransactionRunner;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Executes a request once, even when it is sent several times or concurrently. The effects and the stored response
 * commit together. The response is stored for 24 hours.
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
     * Returns the response of the first request with this key. The work runs in one transaction, and only where there
     * is no stored response. A refusal is not stored: the client may try again.
     *
     * @param request the request as JSON is compared: the same key with another request is refused with 422
     */
    public <R> R execute(IdempotencyKey key, Object request, Class<R> response, Supplier<R> work) {
        var print = IdempotentResponseDocument.hash(json.writeValueAsString(request));
        return transactionRunner.call(() -> {
            var earlier = findResponse(key, print, response);
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

    /** Does the same with a key; without one, runs only the work in one transaction. */
    public <R> R execute(Optional<IdempotencyKey> key, Object request, Class<R> response, Supplier<R> work) {
        return key.isPresent() ? execute(key.get(), request, response, work) : transactionRunner.call(work);
    }

    /**
     * Whether a request with this key has a stored response: its work is done, so limits do not have to be checked
     * again.
     */
    public boolean isKnown(Optional<IdempotencyKey> key) {
        return key.map(one -> mongo.findById(IdempotentResponseDocument.id(one), IdempotentResponseDocument.class))
                .isPresent();
    }

    /**
     * Returns the response of the first request with this key, if there is one.
     *
     * @param request the request as JSON is compared: the same key with another request is refused with 422
     */
    public <R> Optional<R> findResponse(Optional<IdempotencyKey> key, Object request, Class<R> response) {
        return key.flatMap(
                one -> findResponse(one, IdempotentResponseDocument.hash(json.writeValueAsString(request)), response));
    }

    private <R> Optional<R> findResponse(IdempotencyKey key, String print, Class<R> response) {
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
