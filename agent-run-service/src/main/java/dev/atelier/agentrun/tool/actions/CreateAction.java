package dev.atelier.agentrun.tool.actions;

import dev.atelier.agentrun.tool.ApprovalRule;
import dev.atelier.agentrun.tool.Errand;
import dev.atelier.agentrun.tool.Nature;
import dev.atelier.agentrun.tool.Tool;
import dev.atelier.agentrun.tool.ToolAnswer;
import dev.atelier.agentrun.tool.actions.ActionSchemas.Priority;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.web.text.Length;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Creates an action in the run's project. */
@Component
class CreateAction implements Tool {
    private final ProjectActions actions;

    CreateAction(ProjectActions actions) {
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
        return ActionSchemas.CREATE;
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
        return Arguments.problem(arguments, Words.class);
    }

    @Override
    public String summary(String arguments) {
        var words = Arguments.read(arguments, Words.class);
        return "Create the action “" + words.title + "”"
                + (words.due == null ? "" : ", due " + words.due)
                + (words.priority == null
                        ? ""
                        : ", priority " + words.priority.name().toLowerCase(java.util.Locale.ROOT));
    }

    @Override
    public ToolAnswer act(Errand errand) {
        return actions.create(errand, Arguments.read(errand.arguments(), Words.class));
    }

    /** The arguments. */
    record Words(
            String title,
            @Nullable String description,
            @Nullable Priority priority,
            @Nullable LocalDate due,
            @Nullable List<UserId> assignees) {
        @SuppressWarnings("ConstantValue") // a model may leave out what the schema demands
        Words {
            Arguments.demand(
                    title != null && !title.isBlank() && Length.of(title) <= ActionSchemas.MAX_TITLE,
                    "The argument 'title' must have 1 to " + ActionSchemas.MAX_TITLE + " characters.");
            Arguments.demand(
                    description == null || Length.of(description) <= ActionSchemas.MAX_DESCRIPTION,
                    "The argument 'description' may have at most " + ActionSchemas.MAX_DESCRIPTION + " characters.");
        }
    }
}
