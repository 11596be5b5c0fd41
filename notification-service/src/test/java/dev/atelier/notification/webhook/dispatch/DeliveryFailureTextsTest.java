package dev.atelier.notification.webhook.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DeliveryFailureTextsTest {
    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new UnknownHostException("nowhere.example"), "The host name does not resolve."),
                Arguments.of(new HttpHostConnectException("x"), "Nothing accepts connections at this address."),
                Arguments.of(new ConnectException("x"), "Nothing accepts connections at this address."),
                Arguments.of(new NoRouteToHostException("x"), "No network leads to this address."),
                Arguments.of(new SSLPeerUnverifiedException("x"), "The certificate is for another host."),
                Arguments.of(
                        new SSLHandshakeException("x"),
                        "The TLS handshake failed: the certificate or the protocol cannot be accepted."),
                Arguments.of(new SSLException("x"), "The encrypted connection failed."),
                Arguments.of(new NoHttpResponseException("x"), "The endpoint closed the connection without an answer."),
                Arguments.of(new MalformedChunkCodingException("x"), "The answer is not HTTP."),
                Arguments.of(
                        new ConnectionClosedException("x"), "The connection ended before the answer was complete."),
                Arguments.of(
                        new SocketException("Connection reset"),
                        "The connection ended before the answer was complete."),
                Arguments.of(new EOFException("x"), "The connection failed."),
                Arguments.of(
                        new IOException(new InetSocketAddress("10.0.0.1", 1).toString()), "The connection failed."));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void eachFailureHasASentenceWithoutNamesOfClasses(IOException failure, String sentence) {
        assertThat(DeliveryFailureTexts.of(failure)).isEqualTo(sentence).doesNotContain("Exception", "10.0.0.1");
    }
}
