package dev.atelier.agentrun.tool.actions;

import dev.atelier.agentrun.tool.ApprovalRule;
import dev.atelier.agentrun.tool.Errand;
import dev.atelier.agentrun.tool.Nature;
import dev.atelier.agentrun.tool.Tool;
import dev.atelier.agentrun.tool.ToolAnswer;
import dev.atelier.agentrun.tool.actions.ActionSchemas.Priority;
import dev.atelier.agentrun.tool.actions.ActionSchemas.State;
import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.web.text.Length;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes an action of the run's project. */
@Component
class ChangeAction implements Tool {
    private final ProjectActions actions;

    ChangeAction(ProjectActions actions) {
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
        return ActionSchemas.CHANGE;
    }

    @Override
    public Nature nature() {
        return Nature.HAS_KEY;
    }

    @Override
    public boolean hasEffect() {
        return true;
    }

    @Override
    public ApprovalRule usualApproval() {
        return ApprovalRule.PARTICIPANT;
    }

    @Override
    public Optional<String> problemWith(String arguments) {
        return Arguments.problem(arguments, Change.class);
    }

    @Override
    public String summary(String arguments) {
        var change = Arguments.read(arguments, Change.class);
        var parts = new java.util.ArrayList<String>();
        if (change.state != null) {
            parts.add("state " + change.state);
        }
        if (change.title != null) {
            parts.add("title “" + change.title + "”");
        }
        if (change.description != null) {
            parts.add("a new description");
        }
        if (change.priority != null) {
            parts.add("priority " + change.priority);
        }
        if (change.due != null) {
            parts.add("due " + change.due);
        }
        if (change.assignees != null) {
            parts.add("other assignees");
        }
        return "Change action " + change.id + ": " + String.join(", ", parts);
    }

    @Override
    public ToolAnswer act(Errand errand) {
        return actions.change(errand, Arguments.read(errand.arguments(), Change.class));
    }

    /** The arguments; what is missing stays as it is. */
    record Change(
            ActionId id,
            @Nullable State state,
            @Nullable String title,
            @Nullable String description,
            @Nullable Priority priority,
            @Nullable LocalDate due,
            @Nullable List<UserId> assignees) {
        @SuppressWarnings("ConstantValue") // a model may leave out what the schema demands
        Change {
            Arguments.demand(id != null, "The argument 'id' is missing.");
            Arguments.demand(
                    state != null
                            || title != null
                            || description != null
                            || priority != null
                            || due != null
                            || assignees != null,
                    "There is nothing to change.");
            Arguments.demand(
                    title == null || (!title.isBlank() && Length.of(title) <= ActionSchemas.MAX_TITLE),
                    "The argument 'title' must have 1 to " + ActionSchemas.MAX_TITLE + " characters.");
            Arguments.demand(
                    description == null || Length.of(description) <= ActionSchemas.MAX_DESCRIPTION,
                    "The argument 'description' may have at most " + ActionSchemas.MAX_DESCRIPTION + " characters.");
        }
    }
}
