package dev.atelier.kit.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    private static final String FIRST = key(1);
    private static final String SECOND = key(2);
    private static final String HERE = "model-connections/1";

    private final Secrets secrets = new Secrets(new MasterKeys(FIRST));

    @Test
    void whatIsSealedOpensAgain() {
        var sealed = secrets.seal("sk-ünïcode", HERE);

        assertThat(secrets.open(new SealedSecret(sealed.text()), HERE)).isEqualTo("sk-ünïcode");
        assertThat(sealed.text()).doesNotContain("sk-");
    }

    @Test
    void theSameSecretNeverLooksTheSame() {
        assertThat(secrets.seal("a", HERE)).isNotEqualTo(secrets.seal("a", HERE));
    }

    @Test
    void aSecretOpensOnlyWhereItBelongs() {
        var sealed = secrets.seal("a", HERE);

        assertThatThrownBy(() -> secrets.open(sealed, "model-connections/2")).isInstanceOf(SecretUnreadable.class);
    }

    @Test
    void aChangedSecretDoesNotOpen() {
        var text = secrets.seal("a", HERE).text();
        int last = text.lastIndexOf('.') + 5;
        var changed = text.substring(0, last) + (text.charAt(last) == 'A' ? 'B' : 'A') + text.substring(last + 1);

        assertThatThrownBy(() -> secrets.open(new SealedSecret(changed), HERE)).isInstanceOf(SecretUnreadable.class);
    }

    @Test
    void rotationKeepsOldSecretsReadableAndWrapsThemAnew() {
        var sealed = secrets.seal("a", HERE);
        var rotated = new Secrets(new MasterKeys(SECOND + "," + FIRST));

        assertThat(rotated.open(sealed, HERE)).isEqualTo("a");
        assertThat(rotated.outdated(sealed)).isTrue();
        var again = rotated.rewrap(sealed, HERE);
        assertThat(rotated.outdated(again)).isFalse();
        assertThat(new Secrets(new MasterKeys(SECOND)).open(again, HERE)).isEqualTo("a");
        assertThatThrownBy(() -> secrets.open(again, HERE)).isInstanceOf(SecretUnreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ=", "not base64!", "AAAA,"})
    void aMasterKeyIsThirtyTwoBytes(String setting) {
        assertThatThrownBy(() -> new MasterKeys(setting))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ATELIER_MASTER_KEY");
    }

    private static String key(int seed) {
        var key = new byte[32];
        key[0] = (byte) seed;
        return Base64.getEncoder().encodeToString(key);
    }
}
