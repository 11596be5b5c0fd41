package dev.atelier.identity.securitylog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.Uuids;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.identity.securitylog.note.Detail;
import dev.atelier.identity.securitylog.note.Kind;
import dev.atelier.identity.securitylog.note.Note;
import dev.atelier.identity.securitylog.note.Outcome;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EntryTest {
    private static final String BEFORE = "0".repeat(64);
    private static final Entry ENTRY = Entry.of(
            Note.of("keycloak:1", Instant.parse("2026-11-23T12:00:00.123Z"), Kind.SIGN_IN)
                    .about(new UserId(Uuids.next()))
                    .by(new UserId(Uuids.next()))
                    .from("203.0.113.0/24", "atelier-web")
                    .in(WorkspaceId.next())
                    .failed(Detail.WRONG_CREDENTIALS),
            7,
            BEFORE);

    @Test
    void followsTheOneItWasWrittenAfterAndNoOther() {
        assertThat(ENTRY.follows(BEFORE)).isTrue();
        assertThat(ENTRY.follows("1" + BEFORE.substring(1))).isFalse();
    }

    @Test
    void anEmptyOneFollowsToo() {
        assertThat(Entry.of(Note.of("gap:1", Instant.EPOCH, Kind.GAP), 1, BEFORE)
                        .follows(BEFORE))
                .isTrue();
    }

    @Test
    void theSamePersonsPartsDifferFromEntryToEntry() {
        var person = new UserId(Uuids.next());

        assertThat(Objects.requireNonNull(Sealed.of(person)).digest())
                .isNotEqualTo(Objects.requireNonNull(Sealed.of(person)).digest());
    }

    @Test
    void stillFollowsWhenItsPersonsWereErased() {
        assertThat(with(erased(ENTRY.subject()), erased(ENTRY.actor()), erased(ENTRY.network()))
                        .follows(BEFORE))
                .isTrue();
    }

    static Stream<Entry> anythingElse() {
        var e = ENTRY;
        var other = Sealed.of("somebody else");
        return Stream.of(
                change(8, e.at(), e.kind(), e.outcome(), e.detail(), e.client(), e.workspaceId(), e.source()),
                change(
                        7,
                        e.at().plusMillis(1),
                        e.kind(),
                        e.outcome(),
                        e.detail(),
                        e.client(),
                        e.workspaceId(),
                        e.source()),
                change(7, e.at(), Kind.SIGN_OUT, e.outcome(), e.detail(), e.client(), e.workspaceId(), e.source()),
                change(7, e.at(), e.kind(), Outcome.DONE, e.detail(), e.client(), e.workspaceId(), e.source()),
                change(7, e.at(), e.kind(), e.outcome(), null, e.client(), e.workspaceId(), e.source()),
                change(7, e.at(), e.kind(), e.outcome(), e.detail(), null, e.workspaceId(), e.source()),
                change(7, e.at(), e.kind(), e.outcome(), e.detail(), e.client(), null, e.source()),
                change(7, e.at(), e.kind(), e.outcome(), e.detail(), e.client(), e.workspaceId(), "keycloak:2"),
                with(null, e.actor(), e.network()),
                with(e.actor(), e.subject(), e.network()),
                with(other, e.actor(), e.network()),
                with(e.subject(), other, e.network()),
                with(e.subject(), e.actor(), other),
                with(valued(e.subject(), "somebody else"), e.actor(), e.network()),
                with(valued(e.subject(), null), e.actor(), e.network()));
    }

    @ParameterizedTest
    @MethodSource("anythingElse")
    void isNotTakenForItselfWhenAnythingIsChanged(Entry changed) {
        assertThat(changed.follows(BEFORE)).isFalse();
    }

    private static Entry change(
            long sequence,
            Instant at,
            Kind kind,
            Outcome outcome,
            @Nullable Detail detail,
            @Nullable String client,
            @Nullable WorkspaceId workspace,
            String source) {
        return new Entry(
                sequence,
                at,
                kind,
                outcome,
                detail,
                ENTRY.subject(),
                ENTRY.actor(),
                ENTRY.network(),
                client,
                workspace,
                source,
                ENTRY.hash());
    }

    private static Entry with(@Nullable Sealed subject, @Nullable Sealed actor, @Nullable Sealed network) {
        return new Entry(
                ENTRY.sequence(),
                ENTRY.at(),
                ENTRY.kind(),
                ENTRY.outcome(),
                ENTRY.detail(),
                subject,
                actor,
                network,
                ENTRY.client(),
                ENTRY.workspaceId(),
                ENTRY.source(),
                ENTRY.hash());
    }

    private static Sealed erased(@Nullable Sealed part) {
        return new Sealed(null, null, Objects.requireNonNull(part).digest());
    }

    private static Sealed valued(@Nullable Sealed part, @Nullable String value) {
        var whole = Objects.requireNonNull(part);
        return new Sealed(value, whole.salt(), whole.digest());
    }
}
