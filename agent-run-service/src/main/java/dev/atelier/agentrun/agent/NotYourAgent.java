package dev.atelier.agentrun.agent;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;

/** An agent is changed and published by the person who made it or by the workspace's manager. */
@ProblemType("not-your-agent")
final class NotYourAgent extends Refusal {
    private static final long serialVersionUID = 1;

    NotYourAgent() {
        super(Reason.FORBIDDEN, "Only the person who made this agent and the workspace's manager may change it.");
    }
}
