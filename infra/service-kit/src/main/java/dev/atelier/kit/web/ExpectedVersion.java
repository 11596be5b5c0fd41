package dev.atelier.kit.web;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.problem.StaleVersion;
import java.util.Collection;
import java.util.List;

/**
 * The version that a change was made on; a controller's argument, read from {@code If-Match}. Without the header the
 * request is refused with 428.
 */
public record ExpectedVersion(long value) {
    /**
     * Lets a change pass only on the version it was made on.
     *
     * @throws dev.atelier.kit.problem.StaleVersion where the resource has moved on
     */
    public void check(long current) {
        check(current, List.of());
    }

    /**
     * As {@link #check(long)}, and tells the client what others changed since.
     *
     * @param changedFields names of fields, where the resource's history says them
     */
    public void check(long current, Collection<String> changedFields) {
        check(current, changedFields, List.of());
    }

    /**
     * As {@link #check(long, Collection)}, and tells who changed it.
     *
     * @param changedBy people whom the client may see, as it may see the resource
     */
    public void check(long current, Collection<String> changedFields, Collection<UserId> changedBy) {
        if (current != value) {
            throw new StaleVersion(current, changedFields, changedBy);
        }
    }
}
