package dev.atelier.workspace.action;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.problem.InvalidInput;
import dev.atelier.workspace.action.content.ActionPriority;
import dev.atelier.workspace.action.content.ActionState;
import dev.atelier.workspace.action.search.SearchQuery;
import dev.atelier.workspace.action.search.SearchTerms;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * Which work items are asked for; a controller's argument from query parameters of these names.
 *
 * @param state any of these
 * @param assignee those of one person
 * @param dueBefore with a date before this one
 * @param dueAfter with a date after this one
 * @param priority any of these
 * @param tag with any of these, up to 10; case does not matter
 * @param search with all of these words, in the title, the description, the tags or the comments: the first 16 of up to 200 characters, in any form,
 *     the last one also as the beginning of a longer one; {@code "in quotes"} exactly as written, {@code -word} for those without it; without any
 *     word everything is found
 */
public record ActionFilter(
        @Nullable List<ActionState> state,
        @Nullable UserId assignee,
        @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate dueBefore,
        @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate dueAfter,
        @Nullable List<ActionPriority> priority,
        @Nullable @Size(max = ActionFilter.MAX_TAGS) List<String> tag,

        @Parameter(
                description =
                        "All of these words in title, description, tags or comments, in any form; the first 16 count. "
                                + "The last one is also the beginning of a longer one where it has three letters and no blank follows. "
                                + "In quotes words are found as written; -word excludes. Without any word everything is found.")
        @Nullable @Size(max = SearchTerms.MAX_SEARCH) String search) {
    /** Most tags that one list is asked for. */
    public static final int MAX_TAGS = 10;

    /**
     * Refuses what no list can be asked for.
     *
     * @throws InvalidInput naming the parameter
     */
    public void demand() {
        if (tag != null && tag.size() > MAX_TAGS) {
            throw InvalidInput.of("tag", "must be at most " + MAX_TAGS);
        }
        if (search != null) {
            SearchQuery.of(search);
        }
    }

    /**
     * Says every state and priority where none is asked for: an index that has them in front of what is sorted by is
     * then read in order, one stretch for each, and the stretches are merged.
     */
    Criteria on(Criteria criteria) {
        demand();
        var filtered = criteria.and("state").in(anyOf(state, ActionState.values()));
        filtered = filtered.and("rank")
                .in(anyOf(priority, ActionPriority.values()).stream()
                        .map(ActionPriority::rank)
                        .toList());
        if (assignee != null) {
            filtered = filtered.and("assignees").is(assignee);
        }
        if (tag != null && !tag.isEmpty()) {
            filtered = filtered.and("tags").in(tag);
        }
        if (dueBefore != null || dueAfter != null) {
            filtered = filtered.and("due").lt(dueBefore == null ? Action.NO_DATE : dueBefore.toString());
            filtered = dueAfter == null ? filtered : filtered.gt(dueAfter.toString());
        }
        if (search != null) {
            var asked = ActionSearchCriteria.of(SearchQuery.of(search));
            filtered = asked.isEmpty() ? filtered : filtered.andOperator(asked);
        }
        return filtered;
    }

    private static <T> List<T> anyOf(@Nullable List<T> asked, T[] all) {
        return asked == null || asked.isEmpty() ? Arrays.asList(all) : asked;
    }
}
