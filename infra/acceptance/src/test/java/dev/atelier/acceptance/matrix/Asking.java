package dev.atelier.acceptance.matrix;

import dev.atelier.client.Answer;
import dev.atelier.client.Person;
import dev.atelier.demo.Bindings;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends an operation as somebody, with every header that it requires. */
final class Asking {
    private Asking() {}

    static Answer ask(Person person, Operation operation, Bindings bindings) {
        var body = operation.body() == null
                ? null
                : Bodies.fitting(operation.body()).toString();
        return ask(person, operation, bindings, body);
    }

    static Answer ask(Person person, Operation operation, Bindings bindings, @Nullable String body) {
        return person.ask(operation.method(), bindings.fill(operation.path()), body, headers(operation));
    }

    /** With a query. */
    static Answer get(Person person, Operation operation, Bindings bindings, String query) {
        return person.ask("GET", bindings.fill(operation.path()) + "?" + query, null, headers(operation));
    }

    private static Map<String, String> headers(Operation operation) {
        var headers = new HashMap<String, String>();
        for (var name : operation.headers().keySet()) {
            switch (name) {
                case "If-Match" -> headers.put(name, "\"1\"");
                case "Idempotency-Key" -> headers.put(name, UUID.randomUUID().toString());
                case "Content-Disposition" -> headers.put(name, "attachment; filename=\"plan.txt\"");
                default -> throw new IllegalStateException("say in Asking what " + name + " is");
            }
        }
        return headers;
    }
}
