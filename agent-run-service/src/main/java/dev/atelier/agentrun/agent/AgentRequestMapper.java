package dev.atelier.agentrun.agent;

import dev.atelier.agentrun.model.ConnectionId;
import dev.atelier.agentrun.tool.ApprovalRule;
import dev.atelier.agentrun.tool.ToolRegistry;
import dev.atelier.kit.problem.InvalidInput;
import dev.atelier.kit.web.PartialUpdate;
import dev.atelier.kit.web.validation.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Maps request bodies to agent definitions and defines these bodies. */
@Component
class AgentRequestMapper {
    private final ToolRegistry toolRegistry;

    AgentRequestMapper(ToolRegistry toolRegistry) {
        this.toolRegistry = toolRegistry;
    }

    AgentDefinition definition(CreateAgentRequest form) {
        return new AgentDefinition(
                form.instructions(),
                form.model() == null ? ConnectionId.BUILT_IN : ModelReference.read(form.model()),
                form.tools() == null ? List.of() : uses(form.tools()),
                form.limits() == null ? RunLimits.USUAL : form.limits().over(RunLimits.USUAL));
    }

    AgentService.AgentUpdate change(Agent agent, UpdateAgentRequest form) {
        var draft = agent.draft();
        return new AgentService.AgentUpdate(
                form.name() == null ? agent.name() : form.name(),
                new AgentDefinition(
                        form.instructions() == null ? draft.instructions() : form.instructions(),
                        form.model() == null ? draft.modelConnectionId() : ModelReference.read(form.model()),
                        form.tools() == null ? draft.tools() : uses(form.tools()),
                        form.limits() == null ? draft.limits() : form.limits().over(draft.limits())));
    }

    private List<AllowedTool> uses(List<AllowedToolRequest> forms) {
        return forms.stream().map(this::use).toList();
    }

    private AllowedTool use(AllowedToolRequest form) {
        var tool = toolRegistry
                .named(form.tool())
                .orElseThrow(() -> InvalidInput.of("tools", "must hold names of tools, see GET …/tools"));
        return new AllowedTool(form.tool(), form.approval() == null ? tool.defaultApproval() : form.approval());
    }

    /**
     * A new agent.
     *
     * @param model {@code atelier/built-in} or the id of a model connection; the default is {@code atelier/built-in}
     */
    record CreateAgentRequest(
            @NotBlank @Size(max = Agent.MAX_NAME) @OneLine String name,

            @NotBlank @Size(max = AgentDefinition.MAX_INSTRUCTIONS) String instructions,

            @Nullable String model,
            @Nullable @Size(max = 20) List<@Valid AllowedToolRequest> tools,
            @Nullable RunLimitsRequest limits) {}

    /** A change of the draft. Missing fields keep their values. */
    @PartialUpdate
    record UpdateAgentRequest(
            @Nullable @Size(min = 1, max = Agent.MAX_NAME) @OneLine
            String name,

            @Nullable @Size(min = 1, max = AgentDefinition.MAX_INSTRUCTIONS) String instructions,

            @Nullable String model,
            @Nullable @Size(max = 20) List<@Valid AllowedToolRequest> tools,
            @Nullable RunLimitsRequest limits) {}

    /**
     * A tool and its approval rule.
     *
     * @param approval the tool's default rule applies when it is missing
     */
    record AllowedToolRequest(
            @NotNull @NotBlank String tool, @Nullable ApprovalRule approval) {}

    /** Limits. Missing fields keep their values; in a new agent they get the defaults. */
    @PartialUpdate
    record RunLimitsRequest(
            @Nullable Long seconds,
            @Nullable Long steps,
            @Nullable Long tokens) {
        RunLimits over(RunLimits base) {
            return RunLimits.of(
                    seconds == null ? base.seconds() : seconds,
                    steps == null ? base.steps() : steps,
                    tokens == null ? base.tokens() : tokens);
        }
    }
}
