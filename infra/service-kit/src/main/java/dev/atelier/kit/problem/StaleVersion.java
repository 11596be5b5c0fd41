package dev.atelier.kit.problem;

import dev.atelier.events.id.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Someone else changed the resource since the version that the client sent; nothing was overwritten. */
@ProblemType("stale")
public final class StaleVersion extends Refusal {
    private static final long serialVersionUID = 1;

    public StaleVersion(long currentVersion, Collection<String> changedFields) {
        this(currentVersion, changedFields, List.of());
    }

    /**
     * Creates the refusal with the changes since the client's version.
     *
     * @param changedFields names of the changed fields, where the resource's history records them
     * @param changedBy the users who changed them; the client may see them, as it may see the resource
     */
    public StaleVersion(long currentVersion, Collection<String> changedFields, Collection<UserId> changedBy) {
        super(
                RefusalReason.STALE,
                "It was changed in the meantime. Read it again and repeat your change.",
                Map.of(
                        "currentVersion",
                        currentVersion,
                        "changedFields",
                        List.copyOf(changedFields),
                        "changedBy",
                        changedBy.stream().map(UserId::toString).toList()));
    }
}
