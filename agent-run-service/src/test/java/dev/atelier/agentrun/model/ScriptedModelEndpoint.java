package dev.atelier.agentrun.model;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An OpenAI-compatible endpoint over real HTTP that returns scripted responses in order, then always "ready". */
public final class ScriptedModelEndpoint implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final Queue<ScriptedResponse> scenes = new ConcurrentLinkedQueue<>();
    private final List<RecordedModelRequest> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    public ScriptedModelEndpoint() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/chat/completions", this::answer);
        server.start();
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    public List<RecordedModelRequest> asked() {
        return asked;
    }

    /** Streams a text in pieces, with usage at the end. */
    public void says(String... pieces) {
        scenes.add(exchange -> {
            var chatCompletionEventWriter = stream(exchange);
            for (var piece : pieces) {
                chatCompletionEventWriter.event(delta("{\"content\": " + JSON.writeValueAsString(piece) + "}", null));
            }
            chatCompletionEventWriter.event(delta("{}", "stop"));
            chatCompletionEventWriter.end(11, 7);
        });
    }

    /** Streams one call of a tool, its arguments in two pieces. */
    public void calls(String tool, String arguments) {
        scenes.add(exchange -> {
            var chatCompletionEventWriter = stream(exchange);
            int half = arguments.length() / 2;
            chatCompletionEventWriter.event(delta(
                    call("\"id\": \"call_1\", \"type\": \"function\", ", tool, arguments.substring(0, half)), null));
            chatCompletionEventWriter.event(delta(call("", null, arguments.substring(half)), null));
            chatCompletionEventWriter.event(delta("{}", "tool_calls"));
            chatCompletionEventWriter.end(20, 5);
        });
    }

    /** Streams a text that ends with this reason, or none where it is null, and reports no usage. */
    public void finishes(String reason, String text) {
        scenes.add(exchange -> {
            var chatCompletionEventWriter = stream(exchange);
            chatCompletionEventWriter.event(delta("{\"content\": " + JSON.writeValueAsString(text) + "}", null));
            if (reason != null) {
                chatCompletionEventWriter.event(delta("{}", reason));
            }
            chatCompletionEventWriter.event("[DONE]");
        });
    }

    /** Streams a text that ends with this reason, with usage. */
    public void finishes(String reason, String text, int input, int output) {
        scenes.add(exchange -> {
            var chatCompletionEventWriter = stream(exchange);
            chatCompletionEventWriter.event(delta("{\"content\": " + JSON.writeValueAsString(text) + "}", null));
            chatCompletionEventWriter.event(delta("{}", reason));
            chatCompletionEventWriter.end(input, output);
        });
    }

    /** Streams these deltas, each one JSON object, and a usual end. */
    public void deltas(String... deltas) {
        scenes.add(exchange -> {
            var chatCompletionEventWriter = stream(exchange);
            for (var delta : deltas) {
                chatCompletionEventWriter.event(delta(delta, null));
            }
            chatCompletionEventWriter.event(delta("{}", "stop"));
            chatCompletionEventWriter.end(11, 7);
        });
    }

    /** Returns this body for any request. */
    public void answers(int status, String type, String body, String... headers) {
        scenes.add(exchange -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    /** Streams the same piece until the client closes the connection. */
    public void neverEnds(String piece) {
        scenes.add(exchange -> {
            var chatCompletionEventWriter = stream(exchange);
            while (true) {
                chatCompletionEventWriter.event(delta("{\"content\": " + JSON.writeValueAsString(piece) + "}", null));
            }
        });
    }

    /** Receives the request and closes the connection without a response. */
    public void hangsUp() {
        scenes.add(HttpExchange::close);
    }

    /** Receives the request and sends nothing until the endpoint is closed. */
    public void isSilent() {
        scenes.add(exchange -> awaitClose());
    }

    /** Closes the connection in the middle of an answer. */
    public void isCutAfter(String piece) {
        scenes.add(exchange -> stream(exchange).event(delta("{\"content\": \"" + piece + "\"}", null)));
    }

    public void fails(int status) {
        scenes.add(exchange -> {
            var bytes = "{\"error\": {\"message\": \"no\", \"type\": \"x\"}}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    /** Starts an answer and then sends nothing until the endpoint is closed. */
    public void hangs() {
        scenes.add(exchange -> {
            stream(exchange).event(delta("{\"content\": \"w\"}", null));
            awaitClose();
        });
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = JSON.readTree(exchange.getRequestBody().readAllBytes());
            asked.add(new RecordedModelRequest(
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")), body));
            if (scenes.isEmpty()) {
                says("ready");
            }
            scenes.remove().play(exchange);
        }
    }

    private static ChatCompletionEventWriter stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        return new ChatCompletionEventWriter(exchange);
    }

    private static String call(String start, String tool, String arguments) {
        var name = tool == null ? "" : "\"name\": \"" + tool + "\", ";
        return "{\"tool_calls\": [{\"index\": 0, " + start + "\"function\": {" + name + "\"arguments\": "
                + JSON.writeValueAsString(arguments) + "}}]}";
    }

    private static String delta(String delta, String finish) {
        return "{\"id\": \"c1\", \"object\": \"chat.completion.chunk\", \"created\": 1, \"model\": \"scripted\","
                + " \"choices\": [{\"index\": 0, \"delta\": " + delta + ", \"finish_reason\": "
                + (finish == null ? "null" : "\"" + finish + "\"") + "}]}";
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    /** A received request: its header and body. */
    public record RecordedModelRequest(String authorization, JsonNode body) {}

    private interface ScriptedResponse {
        void play(HttpExchange exchange) throws IOException;
    }

    private record ChatCompletionEventWriter(HttpExchange exchange) {
        void event(String json) throws IOException {
            exchange.getResponseBody().write(("data: " + json + "\n\n").getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        }

        void end(int input, int output) throws IOException {
            event("{\"id\": \"c1\", \"object\": \"chat.completion.chunk\", \"created\": 1, \"model\": \"scripted\","
                    + " \"choices\": [], \"usage\": {\"prompt_tokens\": " + input + ", \"completion_tokens\": " + output
                    + ", \"total_tokens\": " + (input + output) + "}}");
            event("[DONE]");
        }
    }
}
