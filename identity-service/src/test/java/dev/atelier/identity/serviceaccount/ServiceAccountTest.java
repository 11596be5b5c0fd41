package dev.atelier.identity.serviceaccount;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.identity.serviceaccount.ServiceAccount.ServiceAccountDetails;
import dev.atelier.kit.scope.ApiScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ServiceAccountTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant END = NOW.plus(Duration.ofDays(100));

    private final UserId lea = new UserId(UUID.randomUUID());
    private final ApiKeySecret secret = ApiKeySecret.generate();
    private final ServiceAccount account = ServiceAccount.create(
            new UserId(UUID.randomUUID()),
            WorkspaceId.next(),
            new ServiceAccountDetails("Importer", Set.of(ApiScope.ACTIONS_READ), END),
            lea,
            NOW);
    private final ServiceAccount withKey = account.add(ApiKey.of(secret, lea, NOW, END), NOW, null);

    @Test
    void aKeyIsGoodUntilItsEndAndNotAtIt() {
        assertThat(withKey.findValidKey(secret.hash(), END.minusMillis(1))).isPresent();
        assertThat(withKey.findValidKey(secret.hash(), END)).isEmpty();
        assertThat(withKey.findValidKey(ApiKeySecret.generate().hash(), NOW)).isEmpty();
    }

    @Test
    void anOldKeyWorksBesideTheNewOneUntilTheEndThatIsSetForIt() {
        var next = ApiKeySecret.generate();
        var overlap = NOW.plus(Duration.ofDays(7));

        var rotated = withKey.add(ApiKey.of(next, lea, NOW, END), NOW, overlap);

        assertThat(rotated.findValidKey(secret.hash(), overlap.minusMillis(1))).isPresent();
        assertThat(rotated.findValidKey(secret.hash(), overlap)).isEmpty();
        assertThat(rotated.findValidKey(next.hash(), overlap)).isPresent();
        assertThat(rotated.keys().getFirst().session())
                .as("tokens that would outlive the expiry are void")
                .isNotEqualTo(withKey.keys().getFirst().session());
    }

    @Test
    void anEndIsNeverPutOff() {
        var rotated = withKey.add(ApiKey.of(ApiKeySecret.generate(), lea, NOW, END), NOW, END.plusSeconds(1));

        assertThat(rotated.keys().getFirst()).isEqualTo(withKey.keys().getFirst());
    }

    @Test
    void expiredKeysAreForgottenWhenAnotherComes() {
        var later = END.minusSeconds(1);
        var expired = account.add(ApiKey.of(secret, lea, NOW, NOW.plusSeconds(10)), NOW, null);

        var next = expired.add(ApiKey.of(ApiKeySecret.generate(), lea, later, END), later, null);

        assertThat(next.keys()).hasSize(1);
    }

    @Test
    void tokensThatAreOutAreVoidOnceItMayDoSomethingElse() {
        var session = withKey.keys().getFirst().session();

        var renamed = withKey.update(new ServiceAccountDetails("Exporter", withKey.scopes(), END));
        var allowed = withKey.update(new ServiceAccountDetails("Importer", Set.of(ApiScope.ACTIONS_WRITE), END));
        var shorter = withKey.update(new ServiceAccountDetails("Importer", withKey.scopes(), END.minusSeconds(1)));

        assertThat(renamed.keys().getFirst().session()).isEqualTo(session);
        assertThat(allowed.keys().getFirst().session()).isNotEqualTo(session);
        assertThat(shorter.keys().getFirst().session()).isNotEqualTo(session);
        assertThat(shorter.keys().getFirst().expires()).isEqualTo(END.minusSeconds(1));
    }

    @Test
    void aRevokedAccountHasNoKeysAndKeepsItsName() {
        var revoked = withKey.revoke(NOW);

        assertThat(revoked.findValidKey(secret.hash(), NOW)).isEmpty();
        assertThat(revoked.keys()).isEmpty();
        assertThat(revoked.state().displayName()).isEqualTo("Importer");
        assertThat(revoked.state().deactivated()).isTrue();
        assertThat(revoked.ended().version()).isGreaterThan(revoked.state().version());
        assertThat(revoked.ended().displayName()).isEmpty();
    }

    @Test
    void aSecretIsLongEnoughAndNowhereInText() {
        assertThat(secret.text()).matches("atk_[A-Za-z0-9_-]{43}");
        assertThat(secret.toString() + withKey).doesNotContain(secret.text());
        assertThat(secret.lastFour()).hasSize(4);
    }
}
