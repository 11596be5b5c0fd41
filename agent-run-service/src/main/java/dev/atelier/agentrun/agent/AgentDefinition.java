package dev.atelier.agentrun.agent;

import dev.atelier.agentrun.model.ConnectionId;
import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import dev.atelier.kit.problem.InvalidInput;
import dev.atelier.kit.web.validation.CodePointLength;
import java.util.HashSet;
import java.util.List;

/**
 * An agent's instructions, model, allowed tools and limits.
 *
 * @param instructions 1 to 20,000 characters
 * @param tools contains each tool at most once
 */
public record AgentDefinition(
        @PersonalData(
                category = Category.CONTENT,
                purpose = "telling the agent what to do",
                basis = Basis.CONTRACT,
                retention = "until the agent is deleted")
        String instructions,

        ConnectionId modelConnectionId,
        List<AllowedTool> tools,
        RunLimits limits) {
    static final int MAX_INSTRUCTIONS = 20_000;

    public AgentDefinition {
        tools = List.copyOf(tools);
        if (instructions.isBlank() || CodePointLength.of(instructions) > MAX_INSTRUCTIONS) {
            throw InvalidInput.of("instructions", "must have 1 to " + MAX_INSTRUCTIONS + " characters");
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < tools.size(); i++) {
            if (!seen.add(tools.get(i).tool())) {
                throw InvalidInput.of("tools[" + i + "].tool", "must name each tool once");
            }
        }
    }
}
