package dev.atelier.identity.securitylog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.UuidV7;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.identity.securitylog.entry.SecurityLogDetail;
import dev.atelier.identity.securitylog.entry.SecurityLogEntryDraft;
import dev.atelier.identity.securitylog.entry.SecurityLogKind;
import dev.atelier.identity.securitylog.entry.SecurityLogOutcome;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecurityLogEntryTest {
    private static final String BEFORE = "0".repeat(64);
    private static final SecurityLogEntry ENTRY = SecurityLogEntry.of(
            SecurityLogEntryDraft.of("keycloak:1", Instant.parse("2026-11-23T12:00:00.123Z"), SecurityLogKind.SIGN_IN)
                    .about(new UserId(UuidV7.next()))
                    .by(new UserId(UuidV7.next()))
                    .from("203.0.113.0/24", "atelier-web")
                    .in(WorkspaceId.next())
                    .failed(SecurityLogDetail.WRONG_CREDENTIALS),
            7,
            BEFORE);

    @Test
    void followsTheOneItWasWrittenAfterAndNoOther() {
        assertThat(ENTRY.follows(BEFORE)).isTrue();
        assertThat(ENTRY.follows("1" + BEFORE.substring(1))).isFalse();
    }

    @Test
    void anEmptyOneFollowsToo() {
        assertThat(SecurityLogEntry.of(SecurityLogEntryDraft.of("gap:1", Instant.EPOCH, SecurityLogKind.GAP), 1, BEFORE)
                        .follows(BEFORE))
                .isTrue();
    }

    @Test
    void theSamePersonsPartsDifferFromEntryToEntry() {
        var person = new UserId(UuidV7.next());

        assertThat(Objects.requireNonNull(ErasableValue.of(person)).digest())
                .isNotEqualTo(Objects.requireNonNull(ErasableValue.of(person)).digest());
    }

    @Test
    void stillFollowsWhenItsPersonsWereErased() {
        assertThat(with(erased(ENTRY.subject()), erased(ENTRY.actor()), erased(ENTRY.network()))
                        .follows(BEFORE))
                .isTrue();
    }

    static Stream<SecurityLogEntry> anythingElse() {
        var e = ENTRY;
        var other = ErasableValue.of("somebody else");
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
                change(
                        7,
                        e.at(),
                        SecurityLogKind.SIGN_OUT,
                        e.outcome(),
                        e.detail(),
                        e.client(),
                        e.workspaceId(),
                        e.source()),
                change(
                        7,
                        e.at(),
                        e.kind(),
                        SecurityLogOutcome.DONE,
                        e.detail(),
                        e.client(),
                        e.workspaceId(),
                        e.source()),
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
    void isNotTakenForItselfWhenAnythingIsChanged(SecurityLogEntry changed) {
        assertThat(changed.follows(BEFORE)).isFalse();
    }

    private static SecurityLogEntry change(
            long sequence,
            Instant at,
            SecurityLogKind kind,
            SecurityLogOutcome outcome,
            @Nullable SecurityLogDetail detail,
            @Nullable String client,
            @Nullable WorkspaceId workspace,
            String source) {
        return new SecurityLogEntry(
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

    private static SecurityLogEntry with(
            @Nullable ErasableValue subject, @Nullable ErasableValue actor, @Nullable ErasableValue network) {
        return new SecurityLogEntry(
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

    private static ErasableValue erased(@Nullable ErasableValue part) {
        return new ErasableValue(null, null, Objects.requireNonNull(part).digest());
    }

    private static ErasableValue valued(@Nullable ErasableValue part, @Nullable String value) {
        var whole = Objects.requireNonNull(part);
        return new ErasableValue(value, whole.salt(), whole.digest());
    }
}
