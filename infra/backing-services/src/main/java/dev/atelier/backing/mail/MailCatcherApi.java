package dev.atelier.backing.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * Serves the mails of a folder over HTTP, with the part of Mailpit's API that {@link MailpitDownload} uses. Source:
 * Mailpit's API
 * version 1, {@code GET /api/v1/messages}, {@code GET /api/v1/message/{ID}/raw}; {@code GET /readyz}.
 */
final class MailCatcherApi {
    private static final String MESSAGES = "/api/v1/messages";
    private static final String MESSAGE = "/api/v1/message/";
    private static final String RAW = "/raw";

    private final CaughtMailFolder folder;

    private MailCatcherApi(CaughtMailFolder folder) {
        this.folder = folder;
    }

    /** Serves requests until the server is stopped. */
    static HttpServer start(CaughtMailFolder folder, String address, int port) throws IOException {
        var api = new MailCatcherApi(folder);
        var server = HttpServer.create(new InetSocketAddress(address, port), 0);
        server.createContext("/readyz", exchange -> sendResponse(exchange, 200, "ok".getBytes(StandardCharsets.UTF_8)));
        server.createContext(MESSAGES, api::list);
        server.createContext(MESSAGE, api::raw);
        server.start();
        return server;
    }

    /** Lists the mails, newest first, as Mailpit does. */
    private void list(HttpExchange exchange) throws IOException {
        var messages = folder.files().reversed().stream()
                .map(file -> "{\"ID\":\"%s\"}".formatted(id(file)))
                .collect(Collectors.joining(",", "{\"messages\":[", "]}"));
        sendResponse(exchange, 200, messages.getBytes(StandardCharsets.UTF_8));
    }

    private void raw(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var wanted = folder.files().stream()
                .filter(file -> path.equals(MESSAGE + id(file) + RAW))
                .findFirst();
        if (wanted.isPresent()) {
            sendResponse(exchange, 200, Files.readAllBytes(wanted.get()));
        } else {
            sendResponse(exchange, 404, new byte[0]);
        }
    }

    private static String id(Path file) {
        return file.getFileName().toString().replace(".eml", "");
    }

    private static void sendResponse(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }
}
