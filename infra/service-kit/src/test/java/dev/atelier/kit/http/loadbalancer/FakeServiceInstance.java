package dev.atelier.kit.http.loadbalancer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One instance of a service on plain sockets, which can behave like a stopping or dying server. */
final class FakeServiceInstance implements AutoCloseable {
    /** The response to a request; an empty one closes the connection without a response. */
    enum ScriptedReply {
        ANSWER("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"),
        ANSWER_AND_CLOSE("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
        REFUSE_UNREAD("HTTP/1.1 503 \r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
        EXPLAIN("HTTP/1.1 503 \r\nContent-Type: application/problem+json\r\nContent-Length: 2\r\n\r\n{}"),
        BREAK_OFF("");

        private final String answer;

        ScriptedReply(String answer) {
            this.answer = answer;
        }
    }

    private final ServerSocket server;
    private final Thread acceptor;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile ScriptedReply scene = ScriptedReply.ANSWER;

    FakeServiceInstance() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        acceptor = Thread.ofVirtual().start(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    /** Sets the response to the next requests and clears the recorded ones. */
    void respondWith(ScriptedReply next) {
        asked.clear();
        scene = next;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> handleRequest(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    /** Handles one request for each connection. */
    private void handleRequest(Socket socket) {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            var line = in.readLine();
            int length = 0;
            for (var header = in.readLine(); !header.isEmpty(); header = in.readLine()) {
                if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                    length = Integer.parseInt(header.substring(15).strip());
                }
            }
            var body = new char[length];
            for (int read = 0; read < length; ) {
                read += in.read(body, read, length - read);
            }
            asked.add((line.replace(" HTTP/1.1", "") + " " + new String(body)).strip());
            socket.getOutputStream().write(scene.answer.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            // The last accept may still take one connection.
            acceptor.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
