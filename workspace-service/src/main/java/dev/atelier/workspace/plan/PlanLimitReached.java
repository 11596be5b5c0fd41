package dev.atelier.workspace.plan;

import dev.atelier.events.PlanLimitKind;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** A request would exceed a limit of the workspace's plan. The problem contains the limit and the usage. */
public abstract class PlanLimitReached extends Refusal {
    private static final long serialVersionUID = 1;

    private final transient WorkspaceId workspace;
    private final PlanLimitKind reached;

    /**
     * Creates the refusal.
     *
     * @param sentence names a way to continue
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
