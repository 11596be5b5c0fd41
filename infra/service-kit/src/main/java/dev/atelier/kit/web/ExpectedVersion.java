package dev.atelier.kit.web;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.problem.StaleVersion;
import java.util.Collection;
import java.util.List;

/**
 * The version on which the client's change is based; a controller argument, read from {@code If-Match}. A request
 * without the header is refused with 428.
 */
public record ExpectedVersion(long value) {
    /**
     * Requires that the change is based on the current version.
     *
     * @throws dev.atelier.kit.problem.StaleVersion where the resource has another version
     */
    public void check(long current) {
        check(current, List.of());
    }

    /**
     * Like {@link #check(long)}; the refusal also tells the client what others changed since.
     *
     * @param changedFields names of fields, where the resource's history records them
     */
    public void check(long current, Collection<String> changedFields) {
        check(current, changedFields, List.of());
    }

    /**
     * Like {@link #check(long, Collection)}; the refusal also tells the client who changed it.
     *
     * @param changedBy users whom the client may see, as it may see the resource
     */
    public void check(long current, Collection<String> changedFields, Collection<UserId> changedBy) {
        if (current != value) {
            throw new StaleVersion(current, changedFields, changedBy);
        }
    }
}
