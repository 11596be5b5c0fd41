package dev.atelier.agentrun.tool.action;

import dev.atelier.agentrun.tool.AgentTool;
import dev.atelier.agentrun.tool.ApprovalRule;
import dev.atelier.agentrun.tool.RetrySemantics;
import dev.atelier.agentrun.tool.ToolInvocation;
import dev.atelier.agentrun.tool.ToolResult;
import dev.atelier.agentrun.tool.action.ActionToolSchemas.ToolActionPriority;
import dev.atelier.agentrun.tool.action.ActionToolSchemas.ToolActionState;
import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.web.validation.CodePointLength;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes an action of the run's project. */
@Component
class ChangeActionTool implements AgentTool {
    private final ProjectActionClient actions;

    ChangeActionTool(ProjectActionClient actions) {
        this.actions = actions;
    }

    @Override
    public String name() {
        return "change_action";
    }

    @Override
    public String description() {
        return "Changes an existing action: its state, title, description, priority, due date or assignees.";
    }

    @Override
    public String schema() {
        return ActionToolSchemas.CHANGE;
    }

    @Override
    public RetrySemantics retrySemantics() {
        return RetrySemantics.IDEMPOTENCY_KEY;
    }

    @Override
    public boolean hasEffect() {
        return true;
    }

    @Override
    public ApprovalRule defaultApproval() {
        return ApprovalRule.PARTICIPANT;
    }

    @Override
    public Optional<String> problemWith(String arguments) {
        return ToolArgumentReader.problem(arguments, ChangeActionArguments.class);
    }

    @Override
    public String summary(String arguments) {
        var changeActionArguments = ToolArgumentReader.read(arguments, ChangeActionArguments.class);
        var parts = new java.util.ArrayList<String>();
        if (changeActionArguments.state != null) {
            parts.add("state " + changeActionArguments.state);
        }
        if (changeActionArguments.title != null) {
            parts.add("title “" + changeActionArguments.title + "”");
        }
        if (changeActionArguments.description != null) {
            parts.add("a new description");
        }
        if (changeActionArguments.priority != null) {
            parts.add("priority " + changeActionArguments.priority);
        }
        if (changeActionArguments.due != null) {
            parts.add("due " + changeActionArguments.due);
        }
        if (changeActionArguments.assignees != null) {
            parts.add("other assignees");
        }
        return "Change action " + changeActionArguments.id + ": " + String.join(", ", parts);
    }

    @Override
    public ToolResult execute(ToolInvocation toolInvocation) {
        return actions.change(
                toolInvocation, ToolArgumentReader.read(toolInvocation.arguments(), ChangeActionArguments.class));
    }

    /** The arguments. Missing fields keep their values. */
    record ChangeActionArguments(
            ActionId id,
            @Nullable ToolActionState state,
            @Nullable String title,
            @Nullable String description,
            @Nullable ToolActionPriority priority,
            @Nullable LocalDate due,
            @Nullable List<UserId> assignees) {
        @SuppressWarnings("ConstantValue") // a model may omit required fields
        ChangeActionArguments {
            ToolArgumentReader.require(id != null, "The argument 'id' is missing.");
            ToolArgumentReader.require(
                    state != null
                            || title != null
                            || description != null
                            || priority != null
                            || due != null
                            || assignees != null,
                    "There is nothing to change.");
            ToolArgumentReader.require(
                    title == null || (!title.isBlank() && CodePointLength.of(title) <= ActionToolSchemas.MAX_TITLE),
                    "The argument 'title' must have 1 to " + ActionToolSchemas.MAX_TITLE + " characters.");
            ToolArgumentReader.require(
                    description == null || CodePointLength.of(description) <= ActionToolSchemas.MAX_DESCRIPTION,
                    "The argument 'description' may have at most " + ActionToolSchemas.MAX_DESCRIPTION
                            + " characters.");
        }
    }
}
