package dev.atelier.agentrun.run;

import dev.atelier.agentrun.agent.PublishedAgent;
import dev.atelier.kit.access.WorkspaceAuthorization;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Builds a run's system prompt: the agent's instructions, the date and the project's name. */
@Component
public class SystemPromptBuilder {
    private final WorkspaceAuthorization workspaceAuthorization;

    SystemPromptBuilder(WorkspaceAuthorization workspaceAuthorization) {
        this.workspaceAuthorization = workspaceAuthorization;
    }

    public String of(Run run, PublishedAgent agent) {
        return agent.definition().instructions() + "\n\nToday is " + today(run) + ". The project is “"
                + workspaceAuthorization.projectName(run.workspaceId(), run.projectId()) + "”.";
    }

    /**
     * Returns the date on which the run was started, in its starter's time zone; it does not change while the run
     * waits.
     */
    public static LocalDate today(Run run) {
        return LocalDate.ofInstant(run.createdAt(), zone(run.order().timeZone()));
    }

    private static ZoneId zone(@Nullable String name) {
        try {
            return name == null ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
