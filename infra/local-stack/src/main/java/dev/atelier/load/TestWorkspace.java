package dev.atelier.load;

import dev.atelier.client.TestUser;
import dev.atelier.client.WebhookConsumer;

/** A workspace at work: its manager, a member, a project in which both are, a published agent, and an outside system that listens. */
public record TestWorkspace(
        TestUser manager, TestUser member, String workspace, String project, String agent, WebhookConsumer consumer)
        implements AutoCloseable {
    /** The workspace's own routes. */
    public String path(String below) {
        return "/api/workspaces/" + workspace + below;
    }

    /** The project's own routes. */
    public String projectPath(String below) {
        return path("/projects/" + project + below);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
