package dev.atelier.agentrun;

import dev.atelier.events.id.ProjectId;
import java.util.Map;

/** Creates agents and runs through the API. */
public final class TestAgentFactory {
    private TestAgentFactory() {}

    /** Returns the id of a new agent with one published version; {@code tools} maps names to approval rules. */
    public static String published(
            AgentRunClient manager, String workspace, String instructions, Map<String, String> tools) {
        return published(manager, workspace, Map.of("instructions", instructions), tools);
    }

    public static String published(
            AgentRunClient manager, String workspace, Map<String, ?> words, Map<String, String> tools) {
        var body = new java.util.HashMap<String, Object>(words);
        body.put("name", "Weekly status");
        body.put(
                "tools",
                tools.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(tool -> Map.of("tool", tool.getKey(), "approval", tool.getValue()))
                        .toList());
        var agent = manager.post(workspace + "/agents", body).expect(201);
        manager.send(
                        "POST",
                        workspace + "/agents/" + agent.text("id") + "/publish",
                        null,
                        Map.of("If-Match", agent.etag()))
                .expect(201);
        return agent.text("id");
    }

    /** Returns the id of a new run. */
    public static String started(
            AgentRunClient starter, String workspace, String agent, ProjectId project, String input) {
        return starter.post(
                        workspace + "/runs", Map.of("agentId", agent, "projectId", project.toString(), "input", input))
                .expect(202)
                .text("id");
    }
}
