package dev.atelier.kit.state.web;

import dev.atelier.kit.state.StateProjectionRegistry.ProjectionStatus;

/**
 * One projection.
 *
 * @param topic the state topic it is made from
 * @param keys how many keys it holds, ended ones too
 * @param rebuilding whether it is being read anew from the topic's beginning
 */
record ProjectionResponse(String topic, long keys, boolean rebuilding) {
    static ProjectionResponse of(ProjectionStatus projectionStatus) {
        return new ProjectionResponse(projectionStatus.topic(), projectionStatus.keys(), projectionStatus.rebuilding());
    }
}
