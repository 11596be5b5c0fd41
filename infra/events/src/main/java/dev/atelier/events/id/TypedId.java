package dev.atelier.events.id;

import java.util.UUID;

/** A record with the one component {@code UUID value}; a plain string in JSON and in paths, a plain UUID in MongoDB. */
public interface TypedId {
    UUID value();
}
