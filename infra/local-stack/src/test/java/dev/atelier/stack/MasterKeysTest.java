package dev.atelier.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.backing.BackingServiceFailed;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeysTest {
    @TempDir
    Path folder;

    @Test
    void aNewKeyStandsBeforeTheEarlierOne() {
        var one = MasterKeys.ofNewKey();

        var two = one.withNewKey();

        assertThat(two.keys()).hasSize(2).endsWith(one.setting());
        assertThat(two.isRotating()).isTrue();
        assertThat(two.currentAlone().isRotating()).isFalse();
        assertThat(MasterKeys.parse(two.setting())).isEqualTo(two);
    }

    /** {@code head -c 32 /dev/zero | sha256sum}: as the services name it. */
    @Test
    void aKeyIsNamedByItsDigest() {
        assertThat(MasterKeys.parse("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
                        .currentKeyId())
                .isEqualTo("66687aadf862bd77");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "not base64", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=,"})
    void whatIsNoKeyIsRefused(String setting) {
        assertThatThrownBy(() -> MasterKeys.parse(setting))
                .isInstanceOf(BackingServiceFailed.class)
                .hasMessage("a master key is 32 bytes in base64");
    }

    @Test
    void theFileKeepsAllOtherSecretsWhenTheKeysChange() {
        var before = InstallationSecrets.of(folder, 3025);
        var file = new MasterKeyFile(folder);
        var keys = file.read().withNewKey();

        file.write(keys);

        var after = InstallationSecrets.of(folder, 0);
        assertThat(after.masterKey()).isEqualTo(keys.setting());
        assertThat(after).usingRecursiveComparison().ignoringFields("masterKey").isEqualTo(before);
    }

    @Test
    void anInstallationThatWasNeverStartedHasNone() {
        assertThatThrownBy(() -> new MasterKeyFile(folder).read()).hasMessageContaining("there is no master key in");
    }

    @Test
    void stayOutOfLogs() {
        assertThat(MasterKeys.ofNewKey()).hasToString("MasterKeys");
    }
}
