package dev.atelier.notification.webhook.dispatch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.NoHttpResponseException;

/**
 * The texts that the manager reads if no response arrived. A fixed list, so that no class name and no internal address
 * appears.
 */
final class DeliveryFailureTexts {
    static final String OTHER = "The connection failed.";

    private DeliveryFailureTexts() {}

    static String of(IOException failure) {
        return switch (failure) {
            case UnknownHostException _ -> "The host name does not resolve.";
            case NoRouteToHostException _ -> "No network leads to this address.";
            case ConnectException _ -> "Nothing accepts connections at this address.";
            case SSLPeerUnverifiedException _ -> "The certificate is for another host.";
            case SSLHandshakeException _ ->
                "The TLS handshake failed: the certificate or the protocol cannot be accepted.";
            case SSLException _ -> "The encrypted connection failed.";
            case NoHttpResponseException _ -> "The endpoint closed the connection without an answer.";
            case MalformedChunkCodingException _, ProtocolException _ -> "The answer is not HTTP.";
            case ConnectionClosedException _, SocketException _ ->
                "The connection ended before the answer was complete.";
            default -> OTHER;
        };
    }
}
