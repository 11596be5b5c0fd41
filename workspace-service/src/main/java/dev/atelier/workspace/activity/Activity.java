package dev.atelier.workspace.activity;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.atelier.events.Catalogue;
import dev.atelier.events.Event;
import dev.atelier.events.MessageJson;
import dev.atelier.events.id.Uuids;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.Transactions;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** What happened in all workspaces. */
@Component
public class Activity {
    private final MongoTemplate mongo;
    private final HistorySettings settings;

    Activity(MongoTemplate mongo, HistorySettings settings) {
        this.mongo = mongo;
        this.settings = settings;
    }

    /**
     * Notes a fact, in the transaction that makes or hears it.
     *
     * @param id the event's own, a UUIDv7; its time is when it happened
     */
    public void note(Event event, UUID id) {
        Transactions.demand("noting what happened");
        var at = Uuids.time(id);
        mongo.insert(new Occurrence(
                id,
                Objects.requireNonNull(event.workspaceId()),
                at,
                Catalogue.of(event.getClass()).type(),
                Actors.of(event),
                event.subject(),
                MessageJson.write(event),
                at.plus(settings.retention())));
    }

    /** All that match, the newest first, read as they are taken; to be closed. */
    Stream<Occurrence> all(WorkspaceId workspace, HistoryFilter filter) {
        return mongo.stream(newest(filter.on(workspace)).cursorBatchSize(1000), Occurrence.class);
    }

    /** The newest of those that match; {@code before}: only what happened before this one, where it is given. */
    List<Occurrence> some(WorkspaceId workspace, HistoryFilter filter, @Nullable UUID before, int limit) {
        var matching = filter.on(workspace);
        return mongo.find(
                newest(
                                before == null
                                        ? matching
                                        : matching.andOperator(where("_id").lt(before)))
                        .limit(limit),
                Occurrence.class);
    }

    private static Query newest(Criteria criteria) {
        return Query.query(criteria).with(Sort.by(Direction.DESC, "_id"));
    }
}
