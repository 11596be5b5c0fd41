package dev.atelier.agentrun.run;

import dev.atelier.agentrun.agent.PublishedAgent;
import dev.atelier.kit.access.WorkspaceAuthorization;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The first words a run's model hears: the agent's instructions, and the day and place it works in. */
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

    /** The day on which the run was started, where its starter was: it stays the same however long the run waits. */
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
