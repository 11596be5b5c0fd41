package dev.atelier.bench.runs;

import dev.atelier.client.ApiClient;
import dev.atelier.client.TestUser;
import dev.atelier.load.FakeModelServer;
import dev.atelier.load.TestDataFactory;
import java.util.Map;

/**
 * A workspace for runs.
 *
 * @param thinking an agent whose tool does not exist: the engine records a result at once
 * @param searching an agent that searches the project's actions at workspace-service
 */
record RunWorkspace(String workspace, String project, String thinking, String searching) {
    /** Number and length of actions, such that a search returns about 1 KB. */
    private static final int ACTIONS = 3;

    private static final String WORDS =
            "Words that describe what is to be done. ".repeat(3).strip();

    static RunWorkspace of(
            TestDataFactory testDataFactory,
            TestUser manager,
            String name,
            FakeModelServer thinking,
            FakeModelServer searching) {
        var workspace = testDataFactory.workspace(manager, name);
        var apiClient = manager.person();
        var projects = "/api/workspaces/" + workspace + "/projects";
        var project = apiClient.post(projects, Map.of("name", name)).expect(201).text("id");
        for (var n = 1; n <= ACTIONS; n++) {
            apiClient
                    .postOnce(
                            projects + "/" + project + "/actions",
                            Map.of("title", "Action %d of %s".formatted(n, name), "description", WORDS))
                    .expect(201);
        }
        return new RunWorkspace(
                workspace,
                project,
                agent(testDataFactory, apiClient, workspace, thinking),
                agent(testDataFactory, apiClient, workspace, searching));
    }

    private static String agent(
            TestDataFactory testDataFactory, ApiClient manager, String workspace, FakeModelServer model) {
        return testDataFactory.agent(manager, workspace, testDataFactory.connection(manager, workspace, model), "NONE");
    }

    String runs() {
        return "/api/workspaces/" + workspace + "/runs";
    }
}
