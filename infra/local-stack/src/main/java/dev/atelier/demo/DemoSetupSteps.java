package dev.atelier.demo;

import dev.atelier.client.ApiClient;
import dev.atelier.client.TestUser;
import dev.atelier.client.WebhookConsumer;
import dev.atelier.load.TestDataFactory;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** A workspace, an invitation by mail, a project with forty actions, a webhook endpoint and a published agent. */
final class DemoSetupSteps {
    private final DemoNarrator narrator;
    private final TestDataFactory testDataFactory;
    private final Clock clock;

    DemoSetupSteps(DemoNarrator narrator, TestDataFactory testDataFactory, Clock clock) {
        this.narrator = narrator;
        this.testDataFactory = testDataFactory;
        this.clock = clock;
    }

    DemoWorkspace prepare(TestUser lea, TestUser noah, WebhookConsumer consumer) {
        var workspace = narrator.step("Lea creates a workspace", () -> {
            var created = lea.person()
                    .post("/api/workspaces", Map.of("name", "Bakery Martin"))
                    .expect(201);
            narrator.print("%s, managed by Lea".formatted(created.text("name")));
            return created.text("id");
        });
        var path = "/api/workspaces/" + workspace;
        narrator.runStep("Lea invites Noah by mail, and Noah accepts", () -> {
            testDataFactory.join(lea, noah, workspace);
            narrator.print("the link of the mail to %s carried a signed token".formatted(noah.email()));
            var members = lea.person().get(path + "/members").expect(200).json().path("items");
            narrator.print("the workspace has %d members".formatted(members.size()));
        });
        var project = narrator.step("Lea starts a project, brings Noah in and imports 40 actions", () -> {
            var id = testDataFactory.project(lea, noah, workspace, "New web site");
            var backlog = DemoActionReader.read(clock);
            for (var action : backlog) {
                lea.person().post(path + "/projects/" + id + "/actions", action).expect(201);
            }
            narrator.print(
                    "%d actions, %s".formatted(backlog.size(), overdue(noah.person(), path + "/projects/" + id)));
            return id;
        });
        narrator.runStep("Lea registers a webhook endpoint for the agents' events", () -> {
            var endpoint = lea.person()
                    .post(
                            path + "/webhook-endpoints",
                            Map.of(
                                    "url", consumer.address().toString(),
                                    "description", "the demo's consumer",
                                    "events", List.of("agent-run.*")))
                    .expect(201);
            consumer.useSecret(endpoint.text("secret"));
            narrator.print("%s takes agent-run.*, its secret was shown once".formatted(consumer.address()));
        });
        var agent = narrator.step("Lea writes an agent and publishes it", () -> agent(lea.person(), workspace));
        return new DemoWorkspace(lea, noah, workspace, project, agent);
    }

    private String overdue(ApiClient apiClient, String project) {
        var urgent = apiClient
                .get(project + "/actions?priority=URGENT&sort=due")
                .expect(200)
                .json()
                .path("items");
        return urgent.size() + " of them urgent, the first: "
                + urgent.path(0).path("title").asString();
    }

    private String agent(ApiClient lea, String workspace) {
        var id = testDataFactory.agent(lea, workspace, "atelier/built-in", "MANAGER");
        narrator.print("Weekly status, version 1: search_actions freely, create_action with the manager's approval");
        return id;
    }
}
