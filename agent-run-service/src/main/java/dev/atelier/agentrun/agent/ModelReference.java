package dev.atelier.agentrun.agent;

import dev.atelier.agentrun.model.ConnectionId;
import dev.atelier.events.id.TypedIdFactory;
import dev.atelier.kit.problem.InvalidInput;

/** The API form of an agent's model: {@code atelier/built-in} or the id of a model connection. */
final class ModelReference {
    static final String RULE = "must be atelier/built-in or the id of a model connection of this workspace";

    private static final String BUILT_IN = "atelier/built-in";

    private ModelReference() {}

    static ConnectionId read(String text) {
        if (text.equals(BUILT_IN)) {
            return ConnectionId.BUILT_IN;
        }
        try {
            return TypedIdFactory.parse(ConnectionId.class, text);
        } catch (IllegalArgumentException e) {
            throw InvalidInput.of("model", RULE);
        }
    }

    static String of(ConnectionId connection) {
        return connection.builtIn() ? BUILT_IN : connection.toString();
    }
}
