package dev.atelier.demo;

import dev.atelier.client.TestUser;

/** The result of the setup: two users, their workspace, its project and a published agent. */
public record DemoWorkspace(TestUser manager, TestUser member, String workspace, String project, String agent) {
    /** Returns a path below the workspace. */
    public String path(String below) {
        return "/api/workspaces/" + workspace + below;
    }
}
