package dev.atelier.identity.securitylog;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.identity.securitylog.note.Detail;
import dev.atelier.identity.securitylog.note.Kind;
import dev.atelier.identity.securitylog.note.Note;
import dev.atelier.identity.securitylog.note.Outcome;
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
 * One entry of the log: added, never changed but for the erasure of a person's {@link Sealed} parts, dropped when it is old.
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
record Entry(
        @Id long sequence,
        Instant at,
        Kind kind,
        Outcome outcome,
        @Nullable Detail detail,
        @Nullable Sealed subject,
        @Nullable Sealed actor,
        @Nullable Sealed network,
        @Nullable @NotPersonal("an application's id") String client,
        @Nullable WorkspaceId workspaceId,

        @Indexed(unique = true) @NotPersonal("an id") String source,

        @NotPersonal("a hash") String hash)
        implements Link {

    static Entry of(Note note, long sequence, String previous) {
        var entry = new Entry(
                sequence,
                note.at().truncatedTo(ChronoUnit.MILLIS),
                note.kind(),
                note.outcome(),
                note.detail(),
                Sealed.of(note.about()),
                Sealed.of(note.by()),
                Sealed.of(note.network()),
                note.client(),
                note.workspace(),
                note.source(),
                "");
        return entry.hashed(entry.hashAfter(previous));
    }

    @Override
    public boolean follows(String previous) {
        return Stream.of(subject, actor, network).filter(Objects::nonNull).allMatch(Sealed::holds)
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

    private Entry hashed(String own) {
        return new Entry(
                sequence, at, kind, outcome, detail, subject, actor, network, client, workspaceId, source, own);
    }

    private static @Nullable String digest(@Nullable Sealed part) {
        return part == null ? null : part.digest();
    }
}
