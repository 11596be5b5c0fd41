package dev.atelier.workspace.plan;

import dev.atelier.events.PlanLimitKind;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** Something would go beyond a limit of the workspace's plan; the problem names the limit and what is used of it. */
public abstract class PlanLimitReached extends Refusal {
    private static final long serialVersionUID = 1;

    private final transient WorkspaceId workspace;
    private final PlanLimitKind reached;

    /**
     * Names what is refused.
     *
     * @param sentence says the way out
     */
    protected PlanLimitReached(WorkspaceId workspace, PlanLimitKind reached, String sentence, long limit, long used) {
        super(RefusalReason.FORBIDDEN, sentence, Map.of("limit", limit, "used", used, "of", reached.name()));
        this.workspace = workspace;
        this.reached = reached;
    }

    public WorkspaceId workspace() {
        return workspace;
    }

    public PlanLimitKind reached() {
        return reached;
    }
}
