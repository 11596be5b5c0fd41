package dev.atelier.load;

import dev.atelier.client.TestUser;
import dev.atelier.client.WebhookConsumer;

/** A workspace under load: manager, member, a project of both, a published agent and a webhook consumer. */
public record TestWorkspace(
        TestUser manager, TestUser member, String workspace, String project, String agent, WebhookConsumer consumer)
        implements AutoCloseable {
    /** Returns a path below the workspace. */
    public String path(String below) {
        return "/api/workspaces/" + workspace + below;
    }

    /** Returns a path below the project. */
    public String projectPath(String below) {
        return path("/projects/" + project + below);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
