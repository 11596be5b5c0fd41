package dev.atelier.workspace.attachment.scan;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A stub of ClamAV's daemon: reports content that contains the word EICAR, and keeps what it received. */
final class FakeClamd implements AutoCloseable {
    private final ServerSocket socket;
    private final Thread serving;
    private final List<Integer> received = new CopyOnWriteArrayList<>();

    FakeClamd() throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.serving = Thread.ofVirtual().start(this::serve);
    }

    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    List<Integer> received() {
        return List.copyOf(received);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var client = socket.accept()) {
                answer(client);
            } catch (IOException e) {
                // The test is over, or the client has disconnected.
            }
        }
    }

    private void answer(Socket client) throws IOException {
        var in = new DataInputStream(client.getInputStream());
        var command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
        var content = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            content.writeBytes(in.readNBytes(length));
        }
        received.add(content.size());
        var text = content.toString(StandardCharsets.ISO_8859_1);
        var verdict = text.contains("EICAR") ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0";
        if (!command.equals("zINSTREAM\0")) {
            verdict = "UNKNOWN COMMAND\0";
        }
        if (text.contains("too long")) {
            verdict = "INSTREAM size limit exceeded. ERROR\0";
        }
        client.getOutputStream().write(verdict.getBytes(StandardCharsets.US_ASCII));
    }

    /** Accepts no connections from now on. */
    @Override
    public void close() throws IOException {
        socket.close();
        try {
            serving.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
