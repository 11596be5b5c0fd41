package dev.atelier.agentrun.run.journal;

import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;

/**
 * A tool call that a model requested.
 *
 * @param id the model's id of the call
 * @param arguments a JSON object as text, as the model wrote it
 */
public record ModelToolCall(
        @NotPersonal("a model's name for its call") String id,
        @NotPersonal("a tool's name") String tool,

        @PersonalData(
                category = Category.CONTENT,
                purpose = JournalEvent.PURPOSE,
                basis = Basis.CONTRACT,
                retention = JournalEvent.RETENTION)
        String arguments) {}
