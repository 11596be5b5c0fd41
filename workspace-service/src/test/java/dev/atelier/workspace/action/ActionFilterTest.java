package dev.atelier.workspace.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.workspace.action.content.ActionState;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Criteria;

class ActionFilterTest {
    @Test
    void whereNoStateAndNoPriorityIsAskedForAllAre() {
        var filter = new ActionFilter(null, null, null, null, null, null, null);

        assertThat(filter.toCriteria(Criteria.where("workspaceId").is(1)).getCriteriaObject())
                .containsOnlyKeys("workspaceId", "state", "rank")
                .containsEntry("state", new Document("$in", List.of(ActionState.values())))
                .containsEntry("rank", new Document("$in", List.of(0, 1, 2, 3)));
    }

    @Test
    void aDateBeforeAnyIsNotNoDate() {
        var filter =
                new ActionFilter(List.of(ActionState.OPEN), null, null, LocalDate.of(2026, 12, 1), null, null, null);

        assertThat(filter.toCriteria(Criteria.where("workspaceId").is(1)).getCriteriaObject())
                .containsEntry("due", new Document("$lt", "none").append("$gt", "2026-12-01"))
                .containsEntry("state", new Document("$in", List.of(ActionState.OPEN)));
    }
}
