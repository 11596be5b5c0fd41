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
 * An entry of the log. It is never changed, except for the erasure of a person's {@link ErasableValue}s, and is deleted
 * after its retention.
 *
 * @param sequence from 1, without gaps
 * @param at when it happened; the sequence is the order in which this service learnt of it
 * @param source origin with an id, such as that of an event
 * @param hash SHA-256 of the previous hash and of all other fields, the erasable ones by their digests
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
        return Stream.of(subject, actor, network).filter(Objects::nonNull).allMatch(ErasableValue::matchesDigest)
                && hash.equals(hashAfter(previous));
    }

    /** One field a line in a fixed order; {@code -} for null. No field can contain a line break. */
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
