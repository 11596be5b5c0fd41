package dev.atelier.kit.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Someone else changed it in the meantime; nothing was overwritten. */
public final class Stale extends Refusal {
    private static final long serialVersionUID = 1;

    public Stale(long currentVersion, Collection<String> changedFields) {
        super(
                Reason.STALE,
                "It was changed in the meantime. Read it again and repeat your change.",
                Map.of("currentVersion", currentVersion, "changedFields", List.copyOf(changedFields)));
    }
}
