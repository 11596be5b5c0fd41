package dev.atelier.agentrun.tool;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import java.time.LocalDate;

/**
 * One call of a tool.
 *
 * @param onBehalfOf the person whose rights are checked at the time of the call
 * @param today the date of the run, in its starter's time zone
 * @param key the call's idempotency key, the same in each retry
 * @param arguments a JSON object as text, already validated
 */
public record ToolInvocation(
        WorkspaceId workspace,
        ProjectId project,
        RunId run,
        UserId onBehalfOf,
        LocalDate today,
        String key,
        String arguments) {}
