package dev.atelier.workspace.attachment.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VirusScannerTest {
    @TempDir
    private Path disk;

    private static VirusScanner at(String address) {
        return new VirusScanner(new VirusScanSettings(address, Duration.ofSeconds(5)));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(disk.resolve("file"), text);
    }

    @Test
    void aCleanFilePassesWhole() throws IOException {
        try (var clamd = new FakeClamd()) {
            at(clamd.address()).requireClean(file("flour ".repeat(100_000)));

            assertThat(clamd.received()).containsExactly(600_000);
        }
    }

    @Test
    void anInfectedFileIsRefusedAndSaysWhatWasFound() throws IOException {
        try (var clamd = new FakeClamd()) {
            assertThatThrownBy(() -> at(clamd.address()).requireClean(file("an EICAR test")))
                    .isInstanceOfSatisfying(Refusal.class, refused -> {
                        assertThat(refused.fact()).isEqualTo("file-infected");
                        assertThat(refused.reason()).isEqualTo(RefusalReason.UNPROCESSABLE);
                        assertThat(refused.details()).containsEntry("finding", "Eicar-Test-Signature");
                    });
        }
    }

    @Test
    void withoutAClearAnswerNothingPasses() throws IOException {
        String gone;
        try (var clamd = new FakeClamd()) {
            gone = clamd.address();
            assertThatThrownBy(() -> at(clamd.address()).requireClean(file("far too long")))
                    .isInstanceOf(VirusScannerUnavailable.class);
        }
        assertThatThrownBy(() -> at(gone).requireClean(file("flour")))
                .isInstanceOfSatisfying(Refusal.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(RefusalReason.UNAVAILABLE);
                    assertThat(refused.retryAfter()).isNotNull();
                });
    }

    @Test
    void nobodyIsAskedWhereNoScannerIsSet() {
        assertThatCode(() -> at("").requireClean(file("an EICAR test"))).doesNotThrowAnyException();
    }
}
