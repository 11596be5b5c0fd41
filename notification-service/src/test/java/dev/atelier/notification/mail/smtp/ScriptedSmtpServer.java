package dev.atelier.notification.mail.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that accepts everything up to one point, where it sends a configured reply or closes the connection.
 * Source: RFC 5321.
 */
public final class ScriptedSmtpServer implements AutoCloseable {
    private final ServerSocket server;
    private final ReplyPoint point;
    private final @Nullable String reply;
    private final CountDownLatch open;

    public enum ReplyPoint {
        RECIPIENT(line -> line.startsWith("RCPT")),
        TEXT_BEGINS(line -> line.equals("DATA")),
        TEXT_ENDS(line -> line.equals("."));

        @SuppressWarnings("ImmutableEnumChecker") // stateless
        private final Predicate<String> reached;

        ReplyPoint(Predicate<String> reached) {
            this.reached = reached;
        }
    }

    /** Sends {@code reply} at the point; null closes the connection. */
    public ScriptedSmtpServer(ReplyPoint point, @Nullable String reply) throws IOException {
        this(point, reply, new CountDownLatch(0));
    }

    /** The reply waits until the latch is open. */
    public ScriptedSmtpServer(ReplyPoint point, @Nullable String reply, CountDownLatch open) throws IOException {
        this.point = point;
        this.reply = reply;
        this.open = open;
        this.server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::handleConnection);
    }

    public int port() {
        return server.getLocalPort();
    }

    private void handleConnection() {
        try (var client = server.accept()) {
            talk(client);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void talk(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        reply(client, "220 ready");
        var text = false;
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (point.reached.test(line)) {
                if (reply == null) {
                    return;
                }
                await();
                reply(client, reply);
                text = false;
            } else if (line.equals("DATA")) {
                text = true;
                reply(client, "354 go on");
            } else if (!text || line.equals(".")) {
                text = false;
                reply(client, "250 fine");
            }
        }
    }

    private void await() throws IOException {
        try {
            open.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void reply(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
