package dev.atelier.identity.securitylog;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.identity.securitylog.entry.SecurityLogDetail;
import dev.atelier.identity.securitylog.entry.SecurityLogEntryDraft;
import dev.atelier.identity.securitylog.entry.SecurityLogKind;
import dev.atelier.identity.securitylog.entry.SecurityLogOutcome;
import dev.atelier.kit.crypto.Sha256;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One entry of the log: added, never changed but for the erasure of a person's {@link ErasableValue} parts, dropped when it is old.
 *
 * @param sequence from 1, without gaps
 * @param at when it happened; entries stand in the order in which we heard of them
 * @param source where it is known from, with an id
 * @param hash SHA-256 of the hash before and of all else, the sealed parts by their digests
 */
@TypeAlias("log-entry")
@Document("securityLog")
@CompoundIndex(name = "newest", def = "{'at': -1, '_id': -1}")
@CompoundIndex(name = "ofKind", def = "{'kind': 1, 'at': -1, '_id': -1}")
@CompoundIndex(name = "ofSubject", def = "{'subject.value': 1, 'at': -1, '_id': -1}")
@CompoundIndex(name = "ofActor", def = "{'actor.value': 1, 'at': -1, '_id': -1}")
record SecurityLogEntry(
        @Id long sequence,
        Instant at,
        SecurityLogKind kind,
        SecurityLogOutcome outcome,
        @Nullable SecurityLogDetail detail,
        @Nullable ErasableValue subject,
        @Nullable ErasableValue actor,
        @Nullable ErasableValue network,
        @Nullable @NotPersonal("an application's id") String client,
        @Nullable WorkspaceId workspaceId,

        @Indexed(unique = true) @NotPersonal("an id") String source,

        @NotPersonal("a hash") String hash)
        implements ChainLink {

    static SecurityLogEntry of(SecurityLogEntryDraft securityLogEntryDraft, long sequence, String previous) {
        var entry = new SecurityLogEntry(
                sequence,
                securityLogEntryDraft.at().truncatedTo(ChronoUnit.MILLIS),
                securityLogEntryDraft.kind(),
                securityLogEntryDraft.outcome(),
                securityLogEntryDraft.detail(),
                ErasableValue.of(securityLogEntryDraft.about()),
                ErasableValue.of(securityLogEntryDraft.by()),
                ErasableValue.of(securityLogEntryDraft.network()),
                securityLogEntryDraft.client(),
                securityLogEntryDraft.workspace(),
                securityLogEntryDraft.source(),
                "");
        return entry.hashed(entry.hashAfter(previous));
    }

    @Override
    public boolean follows(String previous) {
        return Stream.of(subject, actor, network).filter(Objects::nonNull).allMatch(ErasableValue::holds)
                && hash.equals(hashAfter(previous));
    }

    /** One line a field in a fixed order; {@code -} where there is nothing. No field can hold the end of a line. */
    private String hashAfter(String previous) {
        return Sha256.hex(Stream.of(
                        previous,
                        sequence,
                        at.toEpochMilli(),
                        kind,
                        outcome,
                        detail,
                        digest(subject),
                        digest(actor),
                        digest(network),
                        client,
                        workspaceId,
                        source)
                .map(field -> field == null ? "-" : field.toString())
                .collect(Collectors.joining("\n")));
    }

    private SecurityLogEntry hashed(String own) {
        return new SecurityLogEntry(
                sequence, at, kind, outcome, detail, subject, actor, network, client, workspaceId, source, own);
    }

    private static @Nullable String digest(@Nullable ErasableValue part) {
        return part == null ? null : part.digest();
    }
}
