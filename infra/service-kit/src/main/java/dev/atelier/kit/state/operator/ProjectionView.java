package dev.atelier.kit.state.operator;

import dev.atelier.kit.state.StateProjections.Standing;

/**
 * One projection.
 *
 * @param topic the state topic it is made from
 * @param keys how many keys it holds, ended ones too
 * @param rebuilding whether it is being read anew from the topic's beginning
 */
record ProjectionView(String topic, long keys, boolean rebuilding) {
    static ProjectionView of(Standing standing) {
        return new ProjectionView(standing.topic(), standing.keys(), standing.rebuilding());
    }
}
