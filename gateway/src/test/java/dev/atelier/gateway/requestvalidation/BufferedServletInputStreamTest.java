package dev.atelier.gateway.requestvalidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class BufferedServletInputStreamTest {
    @Test
    void isReadToItsEnd() throws Exception {
        var bufferedServletInputStream =
                BufferedServletInputStream.read(new ByteArrayInputStream(new byte[20_000]), Duration.ofMinutes(1));

        assertThat(bufferedServletInputStream.isFinished()).isFalse();
        assertThat(bufferedServletInputStream.readAllBytes()).hasSize(20_000);
        assertThat(bufferedServletInputStream.isFinished()).isTrue();
    }

    @Test
    void thatDripsOnIsGivenUpAtTheDeadline() {
        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> BufferedServletInputStream.read(new DrippingInputStream(), Duration.ofMillis(20)));
    }

    /** Returns one byte at a time and never ends. */
    private static final class DrippingInputStream extends InputStream {
        @Override
        public int read() {
            return 'x';
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            buffer[offset] = 'x';
            return 1;
        }
    }
}
