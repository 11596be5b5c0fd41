package dev.atelier.kit.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretSealerTest {
    private static final String FIRST = key(1);
    private static final String SECOND = key(2);
    private static final String HERE = "model-connections/1";

    private final SecretSealer secretSealer = new SecretSealer(new MasterKeyRing(FIRST));

    @Test
    void whatIsSealedOpensAgain() {
        var sealed = secretSealer.seal("sk-ünïcode", HERE);

        assertThat(secretSealer.open(new SealedSecret(sealed.text()), HERE)).isEqualTo("sk-ünïcode");
        assertThat(sealed.text()).doesNotContain("sk-");
    }

    @Test
    void theSameSecretNeverLooksTheSame() {
        assertThat(secretSealer.seal("a", HERE)).isNotEqualTo(secretSealer.seal("a", HERE));
    }

    @Test
    void aSecretOpensOnlyWhereItBelongs() {
        var sealed = secretSealer.seal("a", HERE);

        assertThatThrownBy(() -> secretSealer.open(sealed, "model-connections/2"))
                .isInstanceOf(SecretUnreadable.class);
    }

    @Test
    void aChangedSecretDoesNotOpen() {
        var text = secretSealer.seal("a", HERE).text();
        int last = text.lastIndexOf('.') + 5;
        var changed = text.substring(0, last) + (text.charAt(last) == 'A' ? 'B' : 'A') + text.substring(last + 1);

        assertThatThrownBy(() -> secretSealer.open(new SealedSecret(changed), HERE))
                .isInstanceOf(SecretUnreadable.class);
    }

    @Test
    void rotationKeepsOldSecretsReadableAndWrapsThemAnew() {
        var sealed = secretSealer.seal("a", HERE);
        var rotated = new SecretSealer(new MasterKeyRing(SECOND + "," + FIRST));

        assertThat(rotated.open(sealed, HERE)).isEqualTo("a");
        assertThat(rotated.isOutdated(sealed)).isTrue();
        var again = rotated.rewrap(sealed, HERE);
        assertThat(rotated.isOutdated(again)).isFalse();
        assertThat(new SecretSealer(new MasterKeyRing(SECOND)).open(again, HERE))
                .isEqualTo("a");
        assertThatThrownBy(() -> secretSealer.open(again, HERE)).isInstanceOf(SecretUnreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ=", "not base64!", "AAAA,"})
    void aMasterKeyIsThirtyTwoBytes(String setting) {
        assertThatThrownBy(() -> new MasterKeyRing(setting))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ATELIER_MASTER_KEY");
    }

    private static String key(int seed) {
        var key = new byte[32];
        key[0] = (byte) seed;
        return Base64.getEncoder().encodeToString(key);
    }
}
