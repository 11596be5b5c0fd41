package dev.atelier.demo;

import dev.atelier.client.TestUser;

/** What the preparation leaves: two people, their workspace, its project and a published agent. */
public record DemoWorkspace(TestUser manager, TestUser member, String workspace, String project, String agent) {
    /** The workspace's own routes. */
    public String path(String below) {
        return "/api/workspaces/" + workspace + below;
    }
}
