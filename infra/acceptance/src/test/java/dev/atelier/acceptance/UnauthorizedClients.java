package dev.atelier.acceptance;

import dev.atelier.client.ApiClient;
import dev.atelier.demo.DemoWorkspace;

/**
 * Clients without access to the project of the demo.
 *
 * @param nobody is not signed in
 * @param stranger has an account and no workspace
 * @param neighbour manages another workspace
 * @param outsideTheProject is a member of the demo's workspace, but participates in none of its projects
 */
public record UnauthorizedClients(
        DemoWorkspace workshop,
        ApiClient nobody,
        ApiClient stranger,
        ApiClient neighbour,
        String neighboursWorkspace,
        ApiClient outsideTheProject) {}
