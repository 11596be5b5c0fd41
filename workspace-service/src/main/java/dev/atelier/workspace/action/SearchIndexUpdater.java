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
 * Makes work items found by search that were stored before there was a search, or by an older version of what is kept of texts. One instance at
 * a time does so, in batches; each work item says which version it has, so that another instance goes on where one ended.
 */
@Component
class SearchIndexUpdater {
    private static final Logger log = LoggerFactory.getLogger(SearchIndexUpdater.class);
    private static final String LEASE = "action-search-index";
    private static final Duration LENGTH = Duration.ofSeconds(30);
    private static final int BATCH = 50;

    /** Those of before there were versions have none. */
    private static final List<Object> OLDER = Stream.concat(
                    Stream.of((Object) null), Stream.iterate(0, n -> n < SearchTerms.VERSION, n -> n + 1))
            .toList();

    private final MongoTemplate mongo;
    private final LeaseStore leaseStore;

    SearchIndexUpdater(MongoTemplate mongo, LeaseStore leaseStore) {
        this.mongo = mongo;
        this.leaseStore = leaseStore;
    }

    /** Updates some; false where there are none, or another instance is at it. */
    @AcrossWorkspaces("takes up what is stored by an older version, of whomever")
    boolean updateSome() {
        var older = mongo.find(query(where("searchVersion").in(OLDER)).limit(BATCH), Action.class);
        if (older.isEmpty() || leaseStore.take(LEASE, LENGTH).isEmpty()) {
            return false;
        }
        older.forEach(this::update);
        log.info("{} actions are found by version {} of the search", older.size(), SearchTerms.VERSION);
        return true;
    }

    /** Whoever changed it meanwhile wins: it is looked at again. */
    private void update(Action action) {
        var ofComments = ofComments(action);
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
                                SearchTerms.together(
                                        SearchTerms.of(action.content().texts()), ofComments))
                        .set("commentWords", ofComments)
                        .set("searchVersion", SearchTerms.VERSION),
                Action.class);
    }

    private List<String> ofComments(Action action) {
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
