package dev.atelier.agentrun.run;

import dev.atelier.agentrun.run.journal.JournalEvent;
import dev.atelier.events.id.AgentId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import org.jspecify.annotations.Nullable;

/**
 * What a person requested when they started a run.
 *
 * @param timeZone the starter's time zone at that time, such as {@code Europe/Paris}; null when unknown
 * @param reportByMail whether the run's report is mailed to its starter
 */
public record RunRequest(
        AgentId agentId,
        int agentVersion,
        @NotPersonal("the display name of a thing") String agentName,
        ProjectId projectId,
        UserId startedBy,
        @Nullable @NotPersonal("a time zone of millions") String timeZone,

        @PersonalData(
                category = Category.CONTENT,
                purpose = JournalEvent.PURPOSE,
                basis = Basis.CONTRACT,
                retention = JournalEvent.RETENTION)
        String input,

        boolean reportByMail) {}
