package dev.atelier.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SseStreamTest {
    private HttpServer server;

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void readsIdsNamesAndDataAndPassesOverComments() throws Exception {
        try (var stream = streamOf(
                ": hello\n\nid: 1\nevent: run-queued\ndata: {\"a\":1}\n\nid: 2\ndata: {\"b\":\ndata: 2}\n\n")) {
            await().atMost(Duration.ofSeconds(10)).until(stream::hasEnded);
            assertThat(stream.events())
                    .extracting(event -> event.id() + " " + event.name() + " " + event.data())
                    .containsExactly("1 run-queued {\"a\":1}", "2 message {\"b\":2}");
        }
    }

    private SseStream streamOf(String text) throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
            }
        });
        server.start();
        var apiTransport = new ApiTransport(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
        return new SseStream(new ApiClient("Ada", apiTransport, () -> null), "/events", null, event -> {});
    }
}
