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
 * Filters a list of actions; a controller argument that is bound from query parameters of the same names.
 *
 * @param state any of these
 * @param assigneeId assigned to this person
 * @param dueBefore due before this date
 * @param dueAfter due after this date
 * @param priority any of these
 * @param tag any of these, up to 10; case does not matter
 * @param search all of these words in title, description, tags or comments: the first 16 of up to 200 characters, in
 *     any grammatical form, the last one also as a prefix; {@code "in quotes"} exactly as written, {@code -word}
 *     excludes; without any word all actions match
 */
public record ActionFilter(
        @Nullable List<ActionState> state,
        @Nullable UserId assigneeId,
        @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate dueBefore,
        @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate dueAfter,
        @Nullable List<ActionPriority> priority,
        @Nullable @Size(max = ActionFilter.MAX_TAGS) List<String> tag,

        @Parameter(
                description =
                        "All of these words in title, description, tags or comments, in any form; the first 16 count. "
                                + "The last one also matches as a prefix if it has three letters and no blank follows. "
                                + "Words in quotes match as written; -word excludes. Without any word all actions match.")
        @Nullable @Size(max = SearchTerms.MAX_SEARCH) String search) {
    /** The most tags of one filter. */
    public static final int MAX_TAGS = 10;

    /**
     * Checks the filter.
     *
     * @throws InvalidInput if a parameter is invalid; names it
     */
    public void validate() {
        if (tag != null && tag.size() > MAX_TAGS) {
            throw InvalidInput.of("tag", "must be at most " + MAX_TAGS);
        }
        if (search != null) {
            SearchQuery.of(search);
        }
    }

    /**
     * Builds the MongoDB criteria. They list every state and priority if none is given: MongoDB can then read an index
     * with these fields before the sort key in order, one range for each value, and merge the ranges.
     */
    Criteria toCriteria(Criteria criteria) {
        validate();
        var filtered = criteria.and("state").in(anyOf(state, ActionState.values()));
        filtered = filtered.and("rank")
                .in(anyOf(priority, ActionPriority.values()).stream()
                        .map(ActionPriority::rank)
                        .toList());
        if (assigneeId != null) {
            filtered = filtered.and("assignees").is(assigneeId);
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
