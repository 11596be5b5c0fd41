package dev.atelier.acceptance;

import dev.atelier.client.ApiClient;
import dev.atelier.demo.DemoWorkspace;

/**
 * The people around the story's workshop.
 *
 * @param nobody is not signed in
 * @param stranger has an account and no workspace
 * @param neighbour manages a workspace of their own
 * @param outsideTheProject is a member of the workshop's workspace, in none of its projects
 */
public record Neighbours(
        DemoWorkspace workshop,
        ApiClient nobody,
        ApiClient stranger,
        ApiClient neighbour,
        String neighboursWorkspace,
        ApiClient outsideTheProject) {}
