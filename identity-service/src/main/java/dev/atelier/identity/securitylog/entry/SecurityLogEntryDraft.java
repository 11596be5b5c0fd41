package dev.atelier.identity.securitylog.entry;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry to be appended to the log.
 *
 * @param source origin with an id: each source is recorded once
 * @param about the person concerned; null where there is none or they are unknown
 * @param by who did it, where that is another person
 * @param network the prefix of a network address, {@code 203.0.113.0/24}
 * @param client the client's id
 */
public record SecurityLogEntryDraft(
        String source,
        Instant at,
        SecurityLogKind kind,
        SecurityLogOutcome outcome,
        @Nullable SecurityLogDetail detail,
        @Nullable UserId about,
        @Nullable UserId by,
        @Nullable String network,
        @Nullable String client,
        @Nullable WorkspaceId workspace) {

    /** Creates a draft of something that succeeded. */
    public static SecurityLogEntryDraft of(String source, Instant at, SecurityLogKind kind) {
        return new SecurityLogEntryDraft(source, at, kind, SecurityLogOutcome.DONE, null, null, null, null, null, null);
    }

    public SecurityLogEntryDraft detail(@Nullable SecurityLogDetail said) {
        return new SecurityLogEntryDraft(source, at, kind, outcome, said, about, by, network, client, workspace);
    }

    public SecurityLogEntryDraft about(@Nullable UserId person) {
        return new SecurityLogEntryDraft(source, at, kind, outcome, detail, person, by, network, client, workspace);
    }

    public SecurityLogEntryDraft by(@Nullable UserId person) {
        return new SecurityLogEntryDraft(source, at, kind, outcome, detail, about, person, network, client, workspace);
    }

    public SecurityLogEntryDraft from(@Nullable String place, @Nullable String application) {
        return new SecurityLogEntryDraft(source, at, kind, outcome, detail, about, by, place, application, workspace);
    }

    public SecurityLogEntryDraft in(@Nullable WorkspaceId where) {
        return new SecurityLogEntryDraft(source, at, kind, outcome, detail, about, by, network, client, where);
    }

    public SecurityLogEntryDraft failed(@Nullable SecurityLogDetail why) {
        return new SecurityLogEntryDraft(
                source, at, kind, SecurityLogOutcome.FAILED, why, about, by, network, client, workspace);
    }
}
