package dev.atelier.workspace.action;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.atelier.kit.mongo.AcrossWorkspaces;
import dev.atelier.kit.mongo.LeaseStore;
import dev.atelier.workspace.action.search.SearchTerms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Updates the stored search terms of actions that are older than search or than the current version of the terms. One
 * instance at a time works, in batches; each action stores its version, so that another instance can continue.
 */
@Component
class SearchIndexUpdater {
    private static final Logger log = LoggerFactory.getLogger(SearchIndexUpdater.class);
    private static final String LEASE = "action-search-index";
    private static final Duration LENGTH = Duration.ofSeconds(30);
    private static final int BATCH = 50;

    /** Documents that are older than versions have none. */
    private static final List<Object> OLDER = Stream.concat(
                    Stream.of((Object) null), Stream.iterate(0, n -> n < SearchTerms.VERSION, n -> n + 1))
            .toList();

    private final MongoTemplate mongo;
    private final LeaseStore leaseStore;

    SearchIndexUpdater(MongoTemplate mongo, LeaseStore leaseStore) {
        this.mongo = mongo;
        this.leaseStore = leaseStore;
    }

    /**
     * Updates one batch.
     *
     * @return false if nothing is left, or if another instance holds the lease
     */
    @AcrossWorkspaces("updates documents of older versions in all workspaces")
    boolean updateSome() {
        var older = mongo.find(query(where("searchVersion").in(OLDER)).limit(BATCH), Action.class);
        if (older.isEmpty() || leaseStore.acquire(LEASE, LENGTH).isEmpty()) {
            return false;
        }
        older.forEach(this::update);
        log.info("Updated the search terms of {} actions to version {}", older.size(), SearchTerms.VERSION);
        return true;
    }

    /** A concurrent change takes precedence; the action is then updated in a later batch. */
    private void update(Action action) {
        var ofComments = commentTerms(action);
        var unchanged = where("workspaceId")
                .is(action.workspaceId())
                .and("_id")
                .is(action.id())
                .and("lock")
                .is(action.lock());
        mongo.updateFirst(
                query(unchanged),
                new Update()
                        .set(
                                "words",
                                SearchTerms.merge(
                                        SearchTerms.extract(action.content().texts()), ofComments))
                        .set("commentWords", ofComments)
                        .set("searchVersion", SearchTerms.VERSION),
                Action.class);
    }

    private List<String> commentTerms(Action action) {
        var newestFirst = mongo.getCollection("comments")
                .find(Filters.and(
                        Filters.eq("workspaceId", action.workspaceId().value()),
                        Filters.eq("actionId", action.id().value())))
                .sort(Sorts.descending("_id"))
                .limit(SearchTerms.MAX_COMMENTS)
                .projection(Projections.include("text"))
                .map(comment -> comment.getString("text"))
                .into(new ArrayList<>());
        List<String> words = List.of();
        for (var text : newestFirst.reversed()) {
            words = SearchTerms.withComment(words, text);
        }
        return words;
    }
}
