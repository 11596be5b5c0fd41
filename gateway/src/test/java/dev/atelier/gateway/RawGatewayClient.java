package dev.atelier.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client that sends requests which no HTTP client library would send. */
final class RawGatewayClient implements AutoCloseable {
    private final Socket socket;

    RawGatewayClient(URI gateway) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), gateway.getPort());
        socket.setSoTimeout(30_000);
    }

    /** Sends the head (lines without their ends) and a part of the body. */
    RawGatewayClient send(String head, String body) throws IOException {
        var text = head.stripTrailing().replace("\n", "\r\n") + "\r\n\r\n" + body;
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** Sends more of the body. */
    RawGatewayClient sendBody(String body) throws IOException {
        socket.getOutputStream().write(body.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** Reads until the gateway closes the connection. */
    String readAll() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
