package dev.atelier.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A fake model: an OpenAI-compatible endpoint on loopback that follows a fixed script. It calls one tool per turn and
 * returns a text in the last turn, or at once if no tool is offered. It recognises the turn by the number of tool
 * results
 * in the request. The input of a run identifies it, so the requests for each turn of each run can be counted.
 */
public final class FakeModelServer implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Backlog of connections. */
    private static final int WAITING = 1_000;

    private final HttpServer server;
    private final List<ScriptedToolCall> script;
    private final String conclusion;
    private final Map<String, List<Integer>> turns = new ConcurrentHashMap<>();
    private final Map<Integer, Duration> pausesOfTurns = new ConcurrentHashMap<>();
    private final Set<String> authorizations = ConcurrentHashMap.newKeySet();
    private volatile Duration pause;

    /**
     * A tool call with or without a text; {@code arguments} is JSON in which {@code RUN} is replaced by the run's
     * input.
     */
    public record ScriptedToolCall(String tool, String arguments, String text) {
        public ScriptedToolCall(String tool, String arguments) {
            this(tool, arguments, "");
        }
    }

    /**
     * Starts the server.
     *
     * @param conclusion text of the last turn
     * @param pause before each response
     */
    public FakeModelServer(List<ScriptedToolCall> script, String conclusion, Duration pause) throws IOException {
        this.script = List.copyOf(script);
        this.conclusion = conclusion;
        this.pause = pause;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), WAITING);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/chat/completions", this::take);
        server.start();
    }

    /** Returns the base URL for a model connection. */
    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** Sets the pause before each response, also for waiting requests. */
    public synchronized void pause(Duration longer) {
        pause = longer;
        notifyAll();
    }

    /** Sets the pause before each response of one turn, also for waiting requests; the first turn is 0. */
    public synchronized void pause(int turn, Duration itsOwn) {
        pausesOfTurns.put(turn, itsOwn);
        notifyAll();
    }

    /** Returns the turns of each run in order of request, by the run's input; the first turn is 0. */
    public Map<String, List<Integer>> turns() {
        return Map.copyOf(turns);
    }

    /** Which {@code Authorization} headers it was asked with; those of requests without one are missing. */
    public Set<String> authorizations() {
        return Set.copyOf(authorizations);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            authorizations.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
            var question = JSON.readTree(exchange.getRequestBody().readAllBytes());
            var messages = question.path("messages");
            int turn = question.path("tools").isEmpty() ? script.size() : count(messages, "tool");
            var run = lastOf(messages, "user");
            turns.computeIfAbsent(run, _ -> new CopyOnWriteArrayList<>()).add(turn);
            waitBeforeResponse(turn);
            answer(exchange, turn, run);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void waitBeforeResponse(int turn) throws InterruptedException {
        long began = System.nanoTime();
        while (true) {
            long left = pausesOfTurns.getOrDefault(turn, pause).toNanos() - (System.nanoTime() - began);
            if (left <= 0) {
                return;
            }
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 1_000_000));
        }
    }

    private void answer(HttpExchange exchange, int turn, String run) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        if (turn < script.size()) {
            var call = script.get(turn);
            if (!call.text().isEmpty()) {
                event(exchange, delta("{\"content\": " + JSON.writeValueAsString(call.text()) + "}", "null"));
            }
            var arguments = JSON.writeValueAsString(call.arguments().replace("RUN", run));
            event(exchange, delta("""
                    {"tool_calls": [{"index": 0, "id": "call_%d", "type": "function",
                      "function": {"name": "%s", "arguments": %s}}]}""".formatted(turn, call.tool(), arguments), "null"));
            event(exchange, delta("{}", "\"tool_calls\""));
        } else {
            event(exchange, delta("{\"content\": " + JSON.writeValueAsString(conclusion) + "}", "null"));
            event(exchange, delta("{}", "\"stop\""));
        }
        event(exchange, """
                {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "stand-in", "choices": [],
                 "usage": {"prompt_tokens": 20, "completion_tokens": 10, "total_tokens": 30}}""");
        event(exchange, "[DONE]");
    }

    private static String delta(String delta, String finish) {
        return """
                {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "stand-in",
                 "choices": [{"index": 0, "delta": %s, "finish_reason": %s}]}""".formatted(delta, finish);
    }

    private static void event(HttpExchange exchange, String json) throws IOException {
        var line = "data: " + json.replace("\n", "") + "\n\n";
        exchange.getResponseBody().write(line.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    private static int count(JsonNode messages, String role) {
        var count = 0;
        for (var message : messages) {
            count += message.path("role").asString("").equals(role) ? 1 : 0;
        }
        return count;
    }

    private static String lastOf(JsonNode messages, String role) {
        var last = "";
        for (var message : messages) {
            if (message.path("role").asString("").equals(role)) {
                last = message.path("content").asString("");
            }
        }
        return last;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
