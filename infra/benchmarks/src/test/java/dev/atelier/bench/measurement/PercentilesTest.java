package dev.atelier.bench.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentilesTest {
    private static final Percentiles HUNDRED = Percentiles.ofNanos(
            LongStream.rangeClosed(1, 100).map(n -> (101 - n) * 1_000_000).toArray());

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "50, 50", "50.5, 51", "99, 99", "99.1, 100", "100, 100"})
    void aPercentileIsTheSmallestTimeThatEnoughDoNotExceed(double per, double millis) {
        assertThat(HUNDRED.millis(per)).isEqualTo(millis);
    }

    @Test
    void oneTimeIsEveryPercentile() {
        var one = Percentiles.ofNanos(List.of(2_500_000L));

        assertThat(one.p50()).isEqualTo(2.5);
        assertThat(one.p99()).isEqualTo(2.5);
        assertThat(one.longest()).isEqualTo(2.5);
    }

    @Test
    void whatIsHandedInStaysAsItWas() {
        var nanos = new long[] {3, 1, 2};

        Percentiles.ofNanos(nanos);

        assertThat(nanos).containsExactly(3, 1, 2);
    }

    @ParameterizedTest
    @CsvSource({"-0.1", "100.1"})
    void thereIsNoPercentileBeyondAHundred(double per) {
        assertThatIllegalArgumentException().isThrownBy(() -> HUNDRED.millis(per));
    }

    @Test
    void nothingHasNoPercentiles() {
        assertThatIllegalArgumentException().isThrownBy(() -> Percentiles.ofNanos(List.of()));
    }
}
