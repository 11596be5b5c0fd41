package dev.atelier.agentrun.run;

import dev.atelier.agentrun.run.journal.JournalEvent;
import dev.atelier.agentrun.run.journal.JournalEvent.Failed;
import dev.atelier.agentrun.run.journal.RunUsage;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How and when a run ended: with a result, or with the code and sentence of its failure or cancellation.
 *
 * @param status the HTTP status of the model's endpoint if that caused the failure
 * @param message the endpoint's error message if that caused the failure
 */
public record RunOutcome(
        Instant at,
        RunUsage spent,

        @Nullable @PersonalData(
                category = Category.CONTENT,
                purpose = JournalEvent.PURPOSE,
                basis = Basis.CONTRACT,
                retention = JournalEvent.RETENTION)
        String result,

        @Nullable @NotPersonal("a code of the documentation")
        String code,

        @Nullable @NotPersonal("a sentence of this program") String sentence,
        @Nullable Integer status,

        @Nullable @PersonalData(
                category = Category.CONTENT,
                purpose = JournalEvent.PURPOSE,
                basis = Basis.CONTRACT,
                retention = JournalEvent.RETENTION)
        String message) {
    static RunOutcome completed(Instant at, RunUsage runUsage, String result) {
        return new RunOutcome(at, runUsage, result, null, null, null, null);
    }

    static RunOutcome stopped(Instant at, RunUsage runUsage, String code, String sentence) {
        return new RunOutcome(at, runUsage, null, code, sentence, null, null);
    }

    static RunOutcome failed(Instant at, RunUsage runUsage, Failed failed) {
        return new RunOutcome(at, runUsage, null, failed.code(), failed.sentence(), failed.status(), failed.message());
    }
}
