package dev.atelier.backing.mail;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Checks that an SMTP server sends its greeting. */
final class SmtpProbe {
    private static final int LIMIT_MILLIS = 2000;

    private SmtpProbe() {}

    static boolean isReachable(String host, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), LIMIT_MILLIS);
            socket.setSoTimeout(LIMIT_MILLIS);
            return socket.getInputStream().read() == '2';
        } catch (IOException e) {
            return false;
        }
    }
}
