package dev.atelier.agentrun.tool.action;

import dev.atelier.agentrun.tool.AgentTool;
import dev.atelier.agentrun.tool.ApprovalRule;
import dev.atelier.agentrun.tool.RetrySemantics;
import dev.atelier.agentrun.tool.ToolInvocation;
import dev.atelier.agentrun.tool.ToolResult;
import dev.atelier.agentrun.tool.action.ActionToolSchemas.ToolActionPriority;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.web.validation.CodePointLength;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Creates an action in the run's project. */
@Component
class CreateActionTool implements AgentTool {
    private final ProjectActionClient actions;

    CreateActionTool(ProjectActionClient actions) {
        this.actions = actions;
    }

    @Override
    public String name() {
        return "create_action";
    }

    @Override
    public String description() {
        return "Creates a new action, a piece of work to do, in the project.";
    }

    @Override
    public String schema() {
        return ActionToolSchemas.CREATE;
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
        return ToolArgumentReader.problem(arguments, CreateActionArguments.class);
    }

    @Override
    public String summary(String arguments) {
        var createActionArguments = ToolArgumentReader.read(arguments, CreateActionArguments.class);
        return "Create the action “" + createActionArguments.title + "”"
                + (createActionArguments.due == null ? "" : ", due " + createActionArguments.due)
                + (createActionArguments.priority == null
                        ? ""
                        : ", priority " + createActionArguments.priority.name().toLowerCase(java.util.Locale.ROOT));
    }

    @Override
    public ToolResult execute(ToolInvocation toolInvocation) {
        return actions.create(
                toolInvocation, ToolArgumentReader.read(toolInvocation.arguments(), CreateActionArguments.class));
    }

    /** The arguments. */
    record CreateActionArguments(
            String title,
            @Nullable String description,
            @Nullable ToolActionPriority priority,
            @Nullable LocalDate due,
            @Nullable List<UserId> assignees) {
        @SuppressWarnings("ConstantValue") // a model may omit required fields
        CreateActionArguments {
            ToolArgumentReader.require(
                    title != null && !title.isBlank() && CodePointLength.of(title) <= ActionToolSchemas.MAX_TITLE,
                    "The argument 'title' must have 1 to " + ActionToolSchemas.MAX_TITLE + " characters.");
            ToolArgumentReader.require(
                    description == null || CodePointLength.of(description) <= ActionToolSchemas.MAX_DESCRIPTION,
                    "The argument 'description' may have at most " + ActionToolSchemas.MAX_DESCRIPTION
                            + " characters.");
        }
    }
}
