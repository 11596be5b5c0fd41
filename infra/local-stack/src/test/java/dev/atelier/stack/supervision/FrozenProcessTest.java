package dev.atelier.stack.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FrozenProcessTest {
    @Test
    void aProcessThatStandsStillGoesOnAfterwards() throws Exception {
        var process = new ProcessBuilder("sleep", "1").start();

        FrozenProcess.at(process.pid()).close();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void aProcessThatDiedJustBeforeIsNotAnError() throws Exception {
        var process = new ProcessBuilder("sleep", "60").start();
        process.destroyForcibly().waitFor();

        assertThatCode(() -> FrozenProcess.at(process.pid()).close()).doesNotThrowAnyException();
    }
}
