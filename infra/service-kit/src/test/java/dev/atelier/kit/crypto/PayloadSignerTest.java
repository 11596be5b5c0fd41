package dev.atelier.kit.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadSignerTest {
    private static final byte[] OLD =
            "an-old-master-key-of-32-bytes-xx".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    private static final byte[] NEW =
            "a-new-master-key-of-32-bytes-xxx".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    private static final byte[] PAYLOAD = {1, 2, 3, 4};

    private final PayloadSigner signed = new PayloadSigner("atelier/test/1", List.of(OLD));

    @Test
    void whatWasSignedReads() {
        assertThat(signed.verify(signed.sign(PAYLOAD), 4))
                .hasValueSatisfying(read -> assertThat(read.array()).isEqualTo(PAYLOAD));
    }

    @Test
    void whatAnEarlierKeySignedReadsAfterARotationAndNotTheOtherWayRound() {
        var rotated = new PayloadSigner("atelier/test/1", List.of(NEW, OLD));

        assertThat(rotated.verify(signed.sign(PAYLOAD), 4)).isPresent();
        assertThat(signed.verify(rotated.sign(PAYLOAD), 4)).isEmpty();
    }

    @Test
    void whatWasSignedForAnotherUseDoesNot() {
        var other = new PayloadSigner("atelier/other/1", List.of(OLD));

        assertThat(other.verify(signed.sign(PAYLOAD), 4)).isEmpty();
    }

    @Test
    void anyOtherBitIsNoticed() {
        var text = signed.sign(PAYLOAD);
        for (int at = 0; at < text.length() - 1; at++) {
            var changed = new StringBuilder(text);
            changed.setCharAt(at, text.charAt(at) == 'A' ? 'B' : 'A');

            assertThat(signed.verify(changed.toString(), 4)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AQ", "AQIDBA", "not base64!", "AQIDBAAA"})
    void whatNobodySignedDoesNotRead(String text) {
        assertThat(signed.verify(text, 4)).isEmpty();
    }
}
