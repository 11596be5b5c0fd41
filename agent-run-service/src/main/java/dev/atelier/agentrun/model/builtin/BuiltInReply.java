package dev.atelier.agentrun.model.builtin;

import org.jspecify.annotations.Nullable;

/** A reply of the built-in model: a text, or a tool call with a short text. */
record BuiltInReply(String text, @Nullable BuiltInToolCall call) {
    static BuiltInReply ofText(String text) {
        return new BuiltInReply(text, null);
    }

    static BuiltInReply call(String text, String tool, String arguments) {
        return new BuiltInReply(text, new BuiltInToolCall(tool, arguments));
    }

    /** A tool and its arguments as JSON. */
    record BuiltInToolCall(String tool, String arguments) {}
}
