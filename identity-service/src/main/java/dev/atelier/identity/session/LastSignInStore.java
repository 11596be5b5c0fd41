package dev.atelier.identity.session;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.atelier.events.id.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Stores the day (UTC) of each person's last sign-in. */
@Component
public class LastSignInStore {
    private final MongoTemplate mongo;

    LastSignInStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Records a sign-in; no change where a later day is stored already. */
    public void record(UserId person, Instant at) {
        mongo.upsert(
                query(where("_id").is(person)),
                new Update().max("day", at.atZone(ZoneOffset.UTC).toLocalDate()),
                LastSignInDocument.class);
    }

    /**
     * Returns people who signed in on that day or later, in the order of their ids.
     *
     * @param after the last of the previous page; null for the first page
     */
    public List<UserId> findActiveSince(LocalDate day, @Nullable UserId after, int limit) {
        var which = which(day);
        if (after != null) {
            which.addCriteria(where("_id").gt(after));
        }
        return mongo.find(which.with(Sort.by("_id")).limit(limit), LastSignInDocument.class).stream()
                .map(LastSignInDocument::id)
                .toList();
    }

    /** Returns how many people signed in on that day or later. */
    public long countActiveSince(LocalDate day) {
        return mongo.count(which(day), LastSignInDocument.class);
    }

    private static Query which(LocalDate day) {
        return query(where("day").gte(day));
    }
}
