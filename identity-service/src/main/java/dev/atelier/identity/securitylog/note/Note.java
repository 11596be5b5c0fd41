package dev.atelier.identity.securitylog.note;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something to be written into the log.
 *
 * @param source where it is known from, with an id: the same source is written once
 * @param about whom it concerns; null where nobody, or nobody known
 * @param by who did it, where that is somebody else
 * @param network the first part of a network address, {@code 203.0.113.0/24}
 * @param client the application's id
 */
public record Note(
        String source,
        Instant at,
        Kind kind,
        Outcome outcome,
        @Nullable Detail detail,
        @Nullable UserId about,
        @Nullable UserId by,
        @Nullable String network,
        @Nullable String client,
        @Nullable WorkspaceId workspace) {

    /** Something that was done. */
    public static Note of(String source, Instant at, Kind kind) {
        return new Note(source, at, kind, Outcome.DONE, null, null, null, null, null, null);
    }

    public Note detail(@Nullable Detail said) {
        return new Note(source, at, kind, outcome, said, about, by, network, client, workspace);
    }

    public Note about(@Nullable UserId person) {
        return new Note(source, at, kind, outcome, detail, person, by, network, client, workspace);
    }

    public Note by(@Nullable UserId person) {
        return new Note(source, at, kind, outcome, detail, about, person, network, client, workspace);
    }

    public Note from(@Nullable String place, @Nullable String application) {
        return new Note(source, at, kind, outcome, detail, about, by, place, application, workspace);
    }

    public Note in(@Nullable WorkspaceId where) {
        return new Note(source, at, kind, outcome, detail, about, by, network, client, where);
    }

    public Note failed(@Nullable Detail why) {
        return new Note(source, at, kind, Outcome.FAILED, why, about, by, network, client, workspace);
    }
}
