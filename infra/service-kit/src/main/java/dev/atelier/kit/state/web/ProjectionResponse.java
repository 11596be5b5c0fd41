package dev.atelier.kit.state.web;

import dev.atelier.kit.state.StateProjectionRegistry.ProjectionStatus;

/**
 * One projection.
 *
 * @param topic the state topic from which it is built
 * @param keys the number of keys, including ended ones
 * @param rebuilding whether it is being rebuilt from the topic's beginning
 */
record ProjectionResponse(String topic, long keys, boolean rebuilding) {
    static ProjectionResponse of(ProjectionStatus projectionStatus) {
        return new ProjectionResponse(projectionStatus.topic(), projectionStatus.keys(), projectionStatus.rebuilding());
    }
}
