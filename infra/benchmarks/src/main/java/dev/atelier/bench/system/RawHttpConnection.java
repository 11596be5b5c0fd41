package dev.atelier.bench.system;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One persistent HTTP/1.1 connection with low overhead. Source: RFC 9112; it supports bodies with a length and chunked
 * bodies.
 */
public final class RawHttpConnection implements AutoCloseable {
    private static final int PATIENCE_MS = 30_000;

    private final URI address;
    private Socket socket;
    private InputStream in;
    private boolean over;

    public RawHttpConnection(URI address) throws IOException {
        this.address = address;
        this.socket = connect(address);
        this.in = input(socket);
    }

    private static Socket connect(URI address) throws IOException {
        var socket = new Socket(address.getHost(), address.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MS);
        return socket;
    }

    private static InputStream input(Socket socket) throws IOException {
        return new BufferedInputStream(socket.getInputStream(), 16 << 10);
    }

    /** Reconnects if the last response closed the connection. */
    public void ready() throws IOException {
        if (over) {
            socket.close();
            socket = connect(address);
            in = input(socket);
            over = false;
        }
    }

    /** Returns the bytes of a request, which can be sent many times; without a token if it is null. */
    public byte[] get(String path, @Nullable String token) {
        var authorization = token == null ? "" : "Authorization: Bearer " + token + "\r\n";
        return "GET %s HTTP/1.1\r\nHost: %s\r\n%sAccept: application/json\r\n\r\n"
                .formatted(path, address.getAuthority(), authorization)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Sends a request, reads the complete response and returns its status. */
    public int ask(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        long length = 0;
        var chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(
                        lower.substring("content-length:".length()).strip());
            } else if (lower.startsWith("transfer-encoding:") && lower.endsWith("chunked")) {
                chunked = true;
            } else if (lower.equals("connection: close")) {
                over = true;
            }
        }
        if (chunked) {
            skipChunks();
        } else {
            in.skipNBytes(length);
        }
        return status;
    }

    private void skipChunks() throws IOException {
        long length;
        do {
            length = Long.parseLong(line().strip(), 16);
            in.skipNBytes(length);
            line();
        } while (length > 0);
    }

    private String line() throws IOException {
        var line = new StringBuilder(80);
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new EOFException("the connection was closed");
            }
            if (read != '\r') {
                line.append((char) read);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
