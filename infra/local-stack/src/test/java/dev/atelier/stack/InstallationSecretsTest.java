package dev.atelier.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationSecretsTest {
    @TempDir
    Path folder;

    @Test
    void areMadeUpOnceAndStayTheSame() {
        var made = InstallationSecrets.of(folder, 3025);
        var kept = InstallationSecrets.of(folder, 4025);

        assertThat(kept.masterKey()).isEqualTo(made.masterKey());
        assertThat(kept.clientSecrets()).isEqualTo(made.clientSecrets()).hasSize(5);
        assertThat(kept.operatorPassword()).isEqualTo(made.operatorPassword()).hasSize(24);
        assertThat(kept.smtpPort()).isEqualTo(3025);
    }

    @Test
    void theMasterKeyHas32Bytes() {
        assertThat(Base64.getDecoder()
                        .decode(InstallationSecrets.of(folder, 3025).masterKey()))
                .hasSize(32);
    }

    @Test
    void theirOwnerAloneMayReadThem() throws IOException {
        InstallationSecrets.of(folder, 3025);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void stayOutOfLogs() {
        assertThat(InstallationSecrets.of(folder, 3025)).hasToString("Secrets");
    }
}
