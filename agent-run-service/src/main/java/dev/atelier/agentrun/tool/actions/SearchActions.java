package dev.atelier.agentrun.tool.actions;

import dev.atelier.agentrun.tool.ApprovalRule;
import dev.atelier.agentrun.tool.Errand;
import dev.atelier.agentrun.tool.Nature;
import dev.atelier.agentrun.tool.Tool;
import dev.atelier.agentrun.tool.ToolAnswer;
import dev.atelier.agentrun.tool.actions.ActionSchemas.Priority;
import dev.atelier.agentrun.tool.actions.ActionSchemas.State;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds actions of the run's project; without filters all of them. */
@Component
class SearchActions implements Tool {
    private final ProjectActions actions;

    SearchActions(ProjectActions actions) {
        this.actions = actions;
    }

    @Override
    public String name() {
        return "search_actions";
    }

    @Override
    public String description() {
        return "Finds the project's actions with their state, priority, due date and assignees;"
                + " without filters it finds all, at most " + ProjectActions.MOST + ".";
    }

    @Override
    public String schema() {
        return ActionSchemas.SEARCH;
    }

    @Override
    public Nature nature() {
        return Nature.SAFE_TO_REPEAT;
    }

    @Override
    public boolean hasEffect() {
        return false;
    }

    @Override
    public ApprovalRule usualApproval() {
        return ApprovalRule.NONE;
    }

    @Override
    public Optional<String> problemWith(String arguments) {
        return Arguments.problem(arguments, Filter.class);
    }

    @Override
    public String summary(String arguments) {
        return "Search the project's actions";
    }

    @Override
    public ToolAnswer act(Errand errand) {
        return actions.search(errand, Arguments.read(errand.arguments(), Filter.class));
    }

    /** The arguments. */
    record Filter(
            @Nullable String text,
            @Nullable State state,
            @Nullable Priority priority,
            @Nullable LocalDate dueBefore,
            @Nullable LocalDate dueAfter) {
        Filter {
            Arguments.demand(
                    text == null || text.length() <= 200, "The argument 'text' may have at most 200 characters.");
        }
    }
}
