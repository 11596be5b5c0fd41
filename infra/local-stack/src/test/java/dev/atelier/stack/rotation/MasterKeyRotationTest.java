package dev.atelier.stack.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.stack.InstallationSecrets;
import dev.atelier.stack.MasterKeyFile;
import dev.atelier.stack.MasterKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyRotationTest {
    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();
    private MasterKeyFile file;
    private MasterKeys before;
    private FakeMasterKeyHolder first;
    private FakeMasterKeyHolder second;

    @BeforeEach
    void anInstallation() {
        InstallationSecrets.of(folder, 3025);
        file = new MasterKeyFile(folder);
        before = file.read();
        first = new FakeMasterKeyHolder("first");
        second = new FakeMasterKeyHolder("second");
    }

    @Test
    void everyServiceRunsWithBothKeysAndThenWithTheNewOneAlone() throws InterruptedException {
        rotation().rewrapWithNewKey();
        rotation().removeEarlierKeys();

        var after = file.read();
        assertThat(after.keys()).hasSize(1).isNotEqualTo(before.keys());
        var both = List.of(after.setting(), before.setting());
        assertThat(List.of(first, second))
                .allSatisfy(service -> assertThat(service.starts).containsExactly(before.keys(), both, after.keys()));
        assertThat(said).contains("Not wrapped by the new key yet: 2 of first, 2 of second");
    }

    @Test
    void anInterruptedChangeGoesOnWithTheSameNewKey() throws InterruptedException {
        second.fails = true;
        assertThatThrownBy(() -> rotation().rewrapWithNewKey()).hasMessage("second is dead");
        var both = file.read();
        assertThat(both.keys()).hasSize(2).endsWith(before.setting());

        second.fails = false;
        rotation().rewrapWithNewKey();

        assertThat(file.read()).isEqualTo(both);
        assertThat(second.starts.getLast()).isEqualTo(both.keys());
        assertThat(said).contains("Going on with the change of the master key that has begun before");
    }

    @Test
    void bothKeysStayWhereASecretCannotBeWrappedByTheNewOne() {
        second.unreadable = 1;

        assertThatThrownBy(() -> rotation().rewrapWithNewKey())
                .isInstanceOf(BackingServiceFailed.class)
                .hasMessageContaining("Still missing: 1 of second.");

        assertThat(file.read().keys()).hasSize(2);
    }

    @Test
    void aServiceThatWasNotGivenTheNewKeyIsNotBelieved() {
        second.frozen = true;

        assertThatThrownBy(() -> rotation().rewrapWithNewKey())
                .isInstanceOf(BackingServiceFailed.class)
                .hasMessageContaining("second has started again and seals with the key " + before.currentKeyId());

        assertThat(file.read().keys()).hasSize(2);
    }

    @Test
    void nothingIsChangedWhileAServiceDoesNotAnswer() {
        second.answers = false;

        assertThatThrownBy(() -> rotation().rewrapWithNewKey())
                .hasMessageContaining("second does not answer; nothing was changed");

        assertThat(file.read()).isEqualTo(before);
        assertThat(first.starts).hasSize(1);
    }

    private MasterKeyRotation rotation() {
        return new MasterKeyRotation(
                file, List.of(first, second), said::add, Duration.ofMillis(5), Duration.ofMillis(300));
    }

    /** Two secrets, one of which each question after a start finds wrapped by the key in use. */
    private final class FakeMasterKeyHolder implements MasterKeyHolder {
        private final String name;
        private final List<List<String>> starts = new ArrayList<>();
        private long outdated;
        private long unreadable;
        private boolean fails;
        private boolean frozen;
        private boolean answers = true;

        FakeMasterKeyHolder(String name) {
            this.name = name;
            starts.add(before.keys());
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void restart() {
            if (fails) {
                throw new BackingServiceFailed(name + " is dead");
            }
            var keys = frozen ? starts.getLast() : file.read().keys();
            if (!keys.getFirst().equals(starts.getLast().getFirst())) {
                outdated = 2;
            }
            starts.add(keys);
        }

        @Override
        public Optional<ServiceMasterKeyStatus> status() {
            if (!answers) {
                return Optional.empty();
            }
            var status =
                    new ServiceMasterKeyStatus(Optional.of(new MasterKeys(starts.getLast()).currentKeyId()), outdated);
            outdated = Math.max(Math.min(outdated, unreadable), outdated - 1);
            return Optional.of(status);
        }
    }
}
