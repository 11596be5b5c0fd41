package dev.atelier.workspace.plan;

import dev.atelier.events.Limit;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.util.Map;

/** Something would go beyond a limit of the workspace's plan; the problem names the limit and what is used of it. */
public abstract class BeyondPlan extends Refusal {
    private static final long serialVersionUID = 1;

    private final transient WorkspaceId workspace;
    private final Limit reached;

    /**
     * Names what is refused.
     *
     * @param sentence says the way out
     */
    protected BeyondPlan(WorkspaceId workspace, Limit reached, String sentence, long limit, long used) {
        super(Reason.FORBIDDEN, sentence, Map.of("limit", limit, "used", used, "of", reached.name()));
        this.workspace = workspace;
        this.reached = reached;
    }

    public WorkspaceId workspace() {
        return workspace;
    }

    public Limit reached() {
        return reached;
    }
}
