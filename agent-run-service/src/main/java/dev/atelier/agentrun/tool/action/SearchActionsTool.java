package dev.atelier.agentrun.tool.action;

import dev.atelier.agentrun.tool.AgentTool;
import dev.atelier.agentrun.tool.ApprovalRule;
import dev.atelier.agentrun.tool.RetrySemantics;
import dev.atelier.agentrun.tool.ToolInvocation;
import dev.atelier.agentrun.tool.ToolResult;
import dev.atelier.agentrun.tool.action.ActionToolSchemas.ToolActionPriority;
import dev.atelier.agentrun.tool.action.ActionToolSchemas.ToolActionState;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Searches actions of the run's project; without filters it returns all. */
@Component
class SearchActionsTool implements AgentTool {
    private final ProjectActionClient actions;

    SearchActionsTool(ProjectActionClient actions) {
        this.actions = actions;
    }

    @Override
    public String name() {
        return "search_actions";
    }

    @Override
    public String description() {
        return "Finds the project's actions with their state, priority, due date and assignees;"
                + " without filters it finds all, at most " + ProjectActionClient.MOST + ".";
    }

    @Override
    public String schema() {
        return ActionToolSchemas.SEARCH;
    }

    @Override
    public RetrySemantics retrySemantics() {
        return RetrySemantics.SAFE_TO_REPEAT;
    }

    @Override
    public boolean hasEffect() {
        return false;
    }

    @Override
    public ApprovalRule defaultApproval() {
        return ApprovalRule.NONE;
    }

    @Override
    public Optional<String> problemWith(String arguments) {
        return ToolArgumentReader.problem(arguments, SearchActionsArguments.class);
    }

    @Override
    public String summary(String arguments) {
        return "Search the project's actions";
    }

    @Override
    public ToolResult execute(ToolInvocation toolInvocation) {
        return actions.search(
                toolInvocation, ToolArgumentReader.read(toolInvocation.arguments(), SearchActionsArguments.class));
    }

    /** The arguments. */
    record SearchActionsArguments(
            @Nullable String text,
            @Nullable ToolActionState state,
            @Nullable ToolActionPriority priority,
            @Nullable LocalDate dueBefore,
            @Nullable LocalDate dueAfter) {
        SearchActionsArguments {
            ToolArgumentReader.require(
                    text == null || text.length() <= 200, "The argument 'text' may have at most 200 characters.");
        }
    }
}
