package dev.atelier.workspace.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.email.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InvitationLifecycleTest {
    private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");
    private static final Instant END = NOW.plus(Duration.ofDays(7));

    private final UserId noah = new UserId(UUID.randomUUID());
    private final Invitation invitation = Invitation.of(
            new EmailAddress(" Noah@Example.org "), WorkspaceId.next(), new UserId(UUID.randomUUID()), NOW, END);

    @Test
    void theAddressIsKeptAsItIsWrittenToAndComparedWithoutCase() {
        assertThat(invitation.email()).isEqualTo("Noah@example.org");
        assertThat(invitation.address()).isEqualTo("noah@example.org");
    }

    @Test
    void itIsGoodUntilItsEndAndNotAtIt() {
        assertThatNoException().isThrownBy(() -> invitation.accept(noah, invitation.nonce(), END.minusMillis(1)));
        assertThatExceptionOfType(InvitationNoLongerOpen.class)
                .isThrownBy(() -> invitation.accept(noah, invitation.nonce(), END));
        assertThatExceptionOfType(InvitationNoLongerOpen.class).isThrownBy(() -> invitation.requireUsable(END));
    }

    @Test
    void sentAgainItIsGoodAgainWithANewLinkAlone() {
        var again = invitation.resend(NOW, settings(10)).resend(END, settings(10));

        assertThatNoException().isThrownBy(() -> again.accept(noah, again.nonce(), END));
        assertThatExceptionOfType(InvitationNoLongerOpen.class)
                .isThrownBy(() -> again.accept(noah, invitation.nonce(), END));
    }

    @Test
    void itIsSentAgainAsOftenAsTheSettingsSayWithAPauseBetween() {
        var once = invitation.resend(NOW, settings(2));

        assertThatExceptionOfType(InvitationResentJustNow.class)
                .isThrownBy(() -> once.resend(NOW.plusSeconds(59), settings(2)))
                .satisfies(refused -> assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(1)));
        var twice = once.resend(NOW.plusSeconds(60), settings(2));
        assertThatExceptionOfType(InvitationResentTooOften.class)
                .isThrownBy(() -> twice.resend(NOW.plusSeconds(120), settings(2)));
    }

    @Test
    void revokedOrAcceptedItCanDoNothingMore() {
        var accepted = invitation.accept(noah, invitation.nonce(), NOW);

        assertThat(accepted.acceptedBy(noah)).isTrue();
        for (var over : new Invitation[] {invitation.revoke(), accepted}) {
            assertThatExceptionOfType(InvitationNoLongerOpen.class)
                    .isThrownBy(() -> over.accept(noah, over.nonce(), NOW));
            assertThatExceptionOfType(InvitationNoLongerOpen.class).isThrownBy(() -> over.resend(NOW, settings(10)));
            assertThatExceptionOfType(InvitationNoLongerOpen.class).isThrownBy(over::revoke);
        }
    }

    private static InvitationSettings settings(int resends) {
        return new InvitationSettings(
                Duration.ofDays(7), 1_000, 500, 100, 200, 5, Duration.ofDays(3), 100, resends, Duration.ofMinutes(1));
    }
}
