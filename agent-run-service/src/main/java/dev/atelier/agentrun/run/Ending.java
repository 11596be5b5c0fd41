package dev.atelier.agentrun.run;

import dev.atelier.agentrun.run.journal.Happening;
import dev.atelier.agentrun.run.journal.Happening.Failed;
import dev.atelier.agentrun.run.journal.Spent;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How and when a run ended: with a result, or with the code and sentence of what stopped it.
 *
 * @param status the HTTP status of the model's endpoint, where that stopped it
 * @param message the endpoint's own words, where that stopped it
 */
public record Ending(
        Instant at,
        Spent spent,

        @Nullable @PersonalData(
                category = Category.CONTENT,
                purpose = Happening.PURPOSE,
                basis = Basis.CONTRACT,
                retention = Happening.RETENTION)
        String result,

        @Nullable @NotPersonal("a code of the documentation")
        String code,

        @Nullable @NotPersonal("a sentence of this program") String sentence,
        @Nullable Integer status,

        @Nullable @PersonalData(
                category = Category.CONTENT,
                purpose = Happening.PURPOSE,
                basis = Basis.CONTRACT,
                retention = Happening.RETENTION)
        String message) {
    static Ending completed(Instant at, Spent spent, String result) {
        return new Ending(at, spent, result, null, null, null, null);
    }

    static Ending stopped(Instant at, Spent spent, String code, String sentence) {
        return new Ending(at, spent, null, code, sentence, null, null);
    }

    static Ending failed(Instant at, Spent spent, Failed failed) {
        return new Ending(at, spent, null, failed.code(), failed.sentence(), failed.status(), failed.message());
    }
}
