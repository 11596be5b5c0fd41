package dev.atelier.agentrun.tool;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import java.time.LocalDate;

/**
 * One call of a tool.
 *
 * @param onBehalfOf the person whose rights are checked at this moment
 * @param today the day the run lives in
 * @param key the call's idempotency key, the same when it is repeated
 * @param arguments a JSON object as text, checked before
 */
public record ToolInvocation(
        WorkspaceId workspace,
        ProjectId project,
        RunId run,
        UserId onBehalfOf,
        LocalDate today,
        String key,
        String arguments) {}
