package dev.atelier.kit.keyrotation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.atelier.kit.crypto.SealedSecret;
import dev.atelier.kit.crypto.SecretSealer;
import dev.atelier.kit.crypto.SecretUnreadable;
import dev.atelier.kit.mongo.AcrossWorkspaces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Re-wraps secrets of earlier master keys with the current one, 50 secrets at a time. An update applies only where the
 * secret is still the one that was read, so several instances may work at the same time and a person may change the
 * secret meanwhile. Where an instance dies, the next pass does the rest. There is one hour between passes: during an
 * upgrade, an instance with the earlier configuration may still seal new secrets with the earlier key.
 */
final class SealedSecretRewrapper {
    private static final Logger log = LoggerFactory.getLogger(SealedSecretRewrapper.class);
    private static final int BATCH = 50;
    private static final Duration BETWEEN_PASSES = Duration.ofHours(1);

    private final MongoTemplate mongo;
    private final Supplier<SecretSealer> secrets;
    private final List<SealedField> fields;
    private final Clock clock;
    private Instant next = Instant.MIN;

    SealedSecretRewrapper(MongoTemplate mongo, Supplier<SecretSealer> secrets, List<SealedField> fields, Clock clock) {
        this.mongo = mongo;
        this.secrets = secrets;
        this.fields = List.copyOf(fields);
        this.clock = clock;
    }

    /** Makes a pass when one is due; returns false where nothing was re-wrapped. */
    boolean tryOne() {
        var now = clock.instant();
        if (fields.isEmpty() || now.isBefore(next)) {
            return false;
        }
        int done = rewrapAll();
        next = now.plus(BETWEEN_PASSES);
        return done > 0;
    }

    /** Counts the secrets that each key wraps, by key id. */
    @AcrossWorkspaces("a master key belongs to the installation")
    MasterKeyStatus status() {
        var counts = new TreeMap<String, Long>();
        for (var field : fields) {
            var key = new Document(
                    "$substrCP", List.of("$" + field.name(), SealedSecret.KEY_ID_AT, SealedSecret.KEY_ID_LENGTH));
            collection(field)
                    .aggregate(List.of(
                            new Document("$match", new Document(field.name(), new Document("$type", "string"))),
                            new Document("$group", new Document("_id", key).append("count", new Document("$sum", 1)))))
                    .forEach(group -> {
                        var secretsOfKey = group.get("count", Number.class);
                        counts.merge(
                                group.getString("_id"),
                                secretsOfKey == null ? 0L : secretsOfKey.longValue(),
                                Long::sum);
                    });
        }
        return MasterKeyStatus.of(fields.isEmpty() ? null : secrets.get().currentKeyId(), counts);
    }

    private int rewrapAll() {
        int done = 0;
        for (var field : fields) {
            done += rewrap(field);
        }
        if (done > 0) {
            log.info(
                    "Re-wrapped {} secrets with the master key {}.",
                    done,
                    secrets.get().currentKeyId());
        }
        return done;
    }

    private int rewrap(SealedField field) {
        int done = 0;
        Object after = null;
        List<Document> batch;
        do {
            batch = findOutdated(field, after);
            for (var document : batch) {
                after = document.get("_id");
                done += rewrap(field, document);
            }
        } while (batch.size() == BATCH);
        return done;
    }

    @AcrossWorkspaces("a master key belongs to the installation")
    private List<Document> findOutdated(SealedField field, @Nullable Object after) {
        var conditions = new ArrayList<Bson>();
        conditions.add(new Document(field.name(), new Document("$type", "string")));
        conditions.add(not(regex(field.name(), "^v1\\." + secrets.get().currentKeyId() + "\\.")));
        if (after != null) {
            conditions.add(gt("_id", after));
        }
        return collection(field)
                .find(and(conditions))
                .projection(Projections.include(field.name()))
                .sort(Sorts.ascending("_id"))
                .limit(BATCH)
                .into(new ArrayList<>());
    }

    @AcrossWorkspaces("a master key belongs to the installation")
    private int rewrap(SealedField field, Document document) {
        var id = document.get("_id");
        var text = String.valueOf(document.getEmbedded(List.of(field.name().split("\\.", -1)), String.class));
        try {
            var rewrapped = secrets.get().rewrap(new SealedSecret(text), field.context() + id);
            return (int) collection(field)
                    .updateOne(and(eq("_id", id), eq(field.name(), text)), set(field.name(), rewrapped.text()))
                    .getModifiedCount();
        } catch (SecretUnreadable | IllegalArgumentException e) {
            log.warn("The secret of {}{} cannot be re-wrapped: {}", field.context(), id, e.getMessage());
            return 0;
        }
    }

    private MongoCollection<Document> collection(SealedField field) {
        return mongo.getCollection(field.collection());
    }
}
