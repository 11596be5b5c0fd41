package dev.atelier.agentrun.agent;

import dev.atelier.agentrun.model.ConnectionId;
import dev.atelier.agentrun.tool.ApprovalRule;
import dev.atelier.agentrun.tool.Tools;
import dev.atelier.kit.web.InvalidInput;
import dev.atelier.kit.web.PartialUpdate;
import dev.atelier.kit.web.text.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What clients send about agents. */
@Component
class AgentForms {
    private final Tools tools;

    AgentForms(Tools tools) {
        this.tools = tools;
    }

    Definition definition(NewAgent form) {
        return new Definition(
                form.instructions(),
                form.model() == null ? ConnectionId.BUILT_IN : ModelName.read(form.model()),
                form.tools() == null ? List.of() : uses(form.tools()),
                form.limits() == null ? Limits.USUAL : form.limits().over(Limits.USUAL));
    }

    Agents.Change change(Agent agent, ChangedAgent form) {
        var draft = agent.draft();
        return new Agents.Change(
                form.name() == null ? agent.name() : form.name(),
                new Definition(
                        form.instructions() == null ? draft.instructions() : form.instructions(),
                        form.model() == null ? draft.modelConnectionId() : ModelName.read(form.model()),
                        form.tools() == null ? draft.tools() : uses(form.tools()),
                        form.limits() == null ? draft.limits() : form.limits().over(draft.limits())));
    }

    private List<ToolUse> uses(List<ToolForm> forms) {
        return forms.stream().map(this::use).toList();
    }

    private ToolUse use(ToolForm form) {
        var tool = tools.named(form.tool())
                .orElseThrow(() -> InvalidInput.of("tools", "must hold names of tools, see GET …/tools"));
        return new ToolUse(form.tool(), form.approval() == null ? tool.usualApproval() : form.approval());
    }

    /**
     * A new agent.
     *
     * @param model {@code atelier/built-in}, which it is where it is missing, or the id of a model connection
     */
    record NewAgent(
            @NotBlank @Size(max = Agent.MAX_NAME) @OneLine String name,

            @NotBlank @Size(max = Definition.MAX_INSTRUCTIONS) String instructions,

            @Nullable String model,
            @Nullable @Size(max = 20) List<@Valid ToolForm> tools,
            @Nullable LimitsForm limits) {}

    /** A change; what is missing stays as it is. */
    @PartialUpdate
    record ChangedAgent(
            @Nullable @Size(min = 1, max = Agent.MAX_NAME) @OneLine
            String name,

            @Nullable @Size(min = 1, max = Definition.MAX_INSTRUCTIONS) String instructions,

            @Nullable String model,
            @Nullable @Size(max = 20) List<@Valid ToolForm> tools,
            @Nullable LimitsForm limits) {}

    /**
     * A tool and its rule.
     *
     * @param approval the tool's usual rule where it is missing
     */
    record ToolForm(
            @NotNull @NotBlank String tool, @Nullable ApprovalRule approval) {}

    /** Limits; what is missing stays as it is, or as usual. */
    @PartialUpdate
    record LimitsForm(
            @Nullable Long seconds,
            @Nullable Long steps,
            @Nullable Long tokens) {
        Limits over(Limits base) {
            return Limits.of(
                    seconds == null ? base.seconds() : seconds,
                    steps == null ? base.steps() : steps,
                    tokens == null ? base.tokens() : tokens);
        }
    }
}
