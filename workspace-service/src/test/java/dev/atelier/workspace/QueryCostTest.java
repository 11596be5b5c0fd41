package dev.atelier.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.CreateCollectionOptions;
import dev.atelier.events.id.ActionId;
import dev.atelier.workspace.action.search.SearchTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the database reads for a page, counted by its own profiler. */
@ServiceTest
@TestInstance(Lifecycle.PER_CLASS)
class QueryCostTest {
    private static final CreateCollectionOptions ROOM =
            new CreateCollectionOptions().capped(true).sizeInBytes(64 << 20);
    private static final int ACTIONS = 10_000;

    /**
     * Rare matches are looked up and sorted, frequent ones read in order; the cost never exceeds the point where both
     * are equal.
     */
    private static final int MEETING = (int) Math.sqrt(20 * ACTIONS);

    private static final List<String> STATES = List.of("DONE", "OPEN", "IN_PROGRESS", "BLOCKED");
    private static final List<String> PRIORITIES = List.of("LOW", "NORMAL", "HIGH", "URGENT");

    @Autowired
    TestDataFactory town;

    TestUser lea;
    String actions;
    int seen;

    /** Nearly all actions are done, as in an old project; the match is rare and old. */
    @BeforeAll
    void aLargeProject() {
        lea = town.person("Lea");
        var project = town.project(town.workspace(lea), lea);
        actions = project + "/actions";
        var ids = project.split("/");
        var many = new ArrayList<Document>();
        for (int n = 0; n < ACTIONS; n++) {
            int rank = n % 50 == 7 ? 3 : n % 3;
            many.add(new Document("_id", ActionId.next().value())
                    .append("lock", 0L)
                    .append("workspaceId", UUID.fromString(ids[3]))
                    .append("projectId", UUID.fromString(ids[5]))
                    .append("title", "Action " + (n * 7919 % ACTIONS))
                    .append("description", "")
                    .append("state", n % 20 == 7 ? STATES.get(1 + n / 20 % 3) : "DONE")
                    .append("assignees", n % 40 == 7 ? List.of(lea.id().value()) : List.of(new UUID(n % 30, 1)))
                    .append(
                            "due",
                            n % 5 == 0
                                    ? "none"
                                    : LocalDate.of(2026, 1, 1).plusDays(n % 700).toString())
                    .append("priority", PRIORITIES.get(rank))
                    .append("rank", rank)
                    .append("tags", n % 40 == 7 ? List.of("rare", "common") : List.of("common"))
                    .append("checklist", List.of())
                    .append(
                            "words",
                            n % 40 == 7 ? List.of("rare", "=rare", "common", "=common") : List.of("common", "=common"))
                    .append("commentWords", List.of())
                    .append("searchVersion", SearchTerms.VERSION)
                    .append("createdBy", lea.id().value())
                    .append("createdAt", new Date(n))
                    .append("changedAt", new Date(n))
                    .append("version", 1L)
                    .append("sequence", 1L)
                    .append("_class", "action"));
        }
        town.mongo().getCollection("actions").insertMany(many);
        town.mongo().getDb().createCollection("system.profile", ROOM);
        profile(2);
    }

    @AfterAll
    void off() {
        profile(0);
        town.mongo().getCollection("system.profile").drop();
    }

    private void profile(int level) {
        town.mongo().getDb().runCommand(new Document("profile", level));
    }

    static List<String> pages() {
        var pages = new ArrayList<String>();
        for (var filter : List.of(
                "",
                "state=OPEN",
                "state=OPEN,BLOCKED",
                "state=DONE&priority=URGENT",
                "priority=URGENT",
                "assigneeId=ME",
                "assigneeId=ME&state=OPEN,IN_PROGRESS,BLOCKED",
                "tag=rare",
                "tag=rare,common",
                "tag=common&state=BLOCKED",
                "dueAfter=2026-06-01&dueBefore=2026-06-03")) {
            for (var sort : List.of("created", "due", "priority", "title")) {
                pages.add(filter + "&sort=" + sort);
                pages.add(filter + "&sort=" + sort + "&direction=desc");
            }
        }
        for (var search : List.of("search=rare%20", "search=common&state=OPEN", "search=rare%20common&assigneeId=ME")) {
            pages.add(search);
            pages.add(search + "&direction=desc");
            pages.add(search + "&sort=priority&direction=desc");
        }
        return pages;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageIsReadFromAnIndexAndLittleMoreThanThePage(String query) {
        var path = actions + "?limit=20&" + query.replace("ME", lea.id().toString());
        var next = lea.get(path).expect(200).next();
        assertReads(query, MEETING, 1_500);

        if (next != null) {
            lea.get(path + "&cursor=" + next).expect(200);
            assertReads(query + ", second page", MEETING, 1_500);
        }
    }

    @ParameterizedTest
    @CsvSource({"due,asc", "due,desc", "title,asc", "title,desc"})
    void aSearchForTheBeginningOfAWordReadsWhatHasIt(String sort, String direction) {
        lea.get(actions + "?limit=20&search=rar&sort=" + sort + "&direction=" + direction)
                .expect(200);

        assertReads("a search by " + sort, 2 * ACTIONS / 40, 2 * ACTIONS / 40 + 100);
    }

    @ParameterizedTest
    @CsvSource({"due,asc", "due,desc", "title,asc", "title,desc"})
    void aSearchForARareWordInAnotherOrderReadsWhatHasTheWord(String sort, String direction) {
        lea.get(actions + "?limit=20&search=rare%20&sort=" + sort + "&direction=" + direction)
                .expect(200);

        assertReads("a search by " + sort, ACTIONS / 40, ACTIONS / 40 + 100);
    }

    @ParameterizedTest
    @CsvSource({"created", "due", "priority", "title"})
    void aPageDeepInTheListIsReadAsFastAsTheFirst(String sort) {
        var path = actions + "?sort=" + sort + "&limit=100";
        var next = lea.get(path).next();
        for (int page = 1; page < 60; page++) {
            next = lea.get(path + "&cursor=" + next).expect(200).next();
            assertReads("page " + page + " by " + sort, 303, 500);
        }
    }

    /** Returns what the list's queries have read since the last call. */
    private void assertReads(String what, int documents, int keys) {
        var profiled = town.mongo()
                .getCollection("system.profile")
                .find(new Document("ns", town.mongo().getDb().getName() + ".actions"))
                .projection(Document.parse("{planSummary: 1, docsExamined: 1, keysExamined: 1, hasSortStage: 1}"))
                .skip(seen)
                .into(new ArrayList<>());
        seen += profiled.size();
        assertThat(profiled)
                .as(what)
                .isNotEmpty()
                .allSatisfy(find -> assertThat(find.getString("planSummary"))
                        .as(what)
                        .contains("IXSCAN")
                        .doesNotContain("COLLSCAN"));
        assertThat(sum(profiled, "docsExamined"))
                .as("documents of %s: %s", what, profiled)
                .isLessThanOrEqualTo(documents);
        assertThat(sum(profiled, "keysExamined"))
                .as("index entries of %s: %s", what, profiled)
                .isLessThanOrEqualTo(keys);
    }

    private static int sum(List<Document> profiled, String field) {
        return profiled.stream().mapToInt(find -> find.getInteger(field)).sum();
    }
}
